namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>What a file says in our words, and what of it that leaves out.</summary>
/// <param name="Application">The application.</param>
/// <param name="Losses">The loss report.</param>
public sealed record MismoResult(MismoApplication Application, IReadOnlyList<MismoLoss> Losses);
