namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>A step of the rate: from this much volume on, so many basis points.</summary>
/// <param name="From">Loans or dollars of the period from which the tier holds.</param>
/// <param name="BasisPoints">Hundredths of a percent of the amount lent.</param>
public sealed record CommissionTier(decimal From, decimal BasisPoints);
