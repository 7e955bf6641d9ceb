namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>Another rate for some loans.</summary>
/// <param name="Factor">Name of the <see cref="CommissionFactor"/> that tells them apart.</param>
/// <param name="Value">The value it has for those loans.</param>
/// <param name="BasisPoints">The rate they pay.</param>
public sealed record CommissionVariation(string Factor, string Value, decimal BasisPoints);
