namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>What came of a computation.</summary>
/// <param name="Gross">The commission before it is split, in dollars.</param>
/// <param name="Steps">How it came about.</param>
/// <param name="Parts">Who gets what; together the commission, to the cent.</param>
public sealed record CommissionResult(decimal Gross, IReadOnlyList<CommissionStep> Steps, IReadOnlyList<CommissionPart> Parts);
