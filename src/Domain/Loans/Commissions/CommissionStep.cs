namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>One step of a computation, explained.</summary>
/// <param name="Label">What was done: "Cap of the year".</param>
/// <param name="How">How: "$60,000.00 a year, $58,200.00 paid since January 1".</param>
/// <param name="Result">The commission after the step, in dollars.</param>
public sealed record CommissionStep(string Label, string How, decimal Result);
