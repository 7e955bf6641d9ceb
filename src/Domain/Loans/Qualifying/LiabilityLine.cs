namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>One debt.</summary>
/// <param name="Id">Identity of the row.</param>
/// <param name="PartyId">Whose it is; null for all borrowers together.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Creditor">To whom.</param>
/// <param name="Balance">What is owed, in dollars.</param>
/// <param name="Monthly">What is paid, in dollars a month.</param>
/// <param name="MonthsLeft">Payments left, where there is an end.</param>
/// <param name="Treatment">What is to become of it.</param>
public sealed record LiabilityLine(
    Guid Id, Guid? PartyId, LiabilityKind Kind, string? Creditor, decimal? Balance, decimal? Monthly, int? MonthsLeft, LiabilityTreatment Treatment = LiabilityTreatment.Counts);
