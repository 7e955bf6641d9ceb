namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>One asset.</summary>
/// <param name="Id">Identity of the row.</param>
/// <param name="PartyId">Whose it is; null for all borrowers together.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Held">Where it is held.</param>
/// <param name="Amount">What it is worth, in dollars.</param>
/// <param name="IsVerified">Whether a statement or letter proves it.</param>
public sealed record AssetLine(Guid Id, Guid? PartyId, AssetKind Kind, string? Held, decimal? Amount, bool IsVerified = false);
