namespace CrmStudio.Infrastructure.Loans.Mismo;

/// <summary>What a message says besides the application.</summary>
/// <param name="At">When it is made.</param>
/// <param name="Lender">The lender's name.</param>
/// <param name="Originator">The loan officer's name; null while there is none.</param>
public sealed record MismoHead(DateTimeOffset At, string Lender, string? Originator);
