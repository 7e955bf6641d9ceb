namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>One income.</summary>
/// <param name="Id">Identity of the row.</param>
/// <param name="PartyId">Whose it is; null for all borrowers together.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="From">Who pays it.</param>
/// <param name="Monthly">Dollars a month.</param>
public sealed record IncomeLine(Guid Id, Guid? PartyId, IncomeKind Kind, string? From, decimal? Monthly);
