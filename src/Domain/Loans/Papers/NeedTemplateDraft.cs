namespace CrmStudio.Domain.Loans.Papers;

/// <summary>What an administrator says about a usual document.</summary>
public sealed record NeedTemplateDraft(
    string Name, string? Instructions, bool Verifies, bool FromBorrower, int? DueInDays, int? GoodForDays,
    IReadOnlyCollection<MortgageType> MortgageTypes, IReadOnlyCollection<LoanPurpose> Purposes, IReadOnlyCollection<Occupancy> Occupancies);
