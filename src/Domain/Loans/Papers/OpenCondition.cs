namespace CrmStudio.Domain.Loans.Papers;

/// <summary>A condition that is not settled, as a stage gate names it.</summary>
/// <param name="Category">Before what it must be met.</param>
/// <param name="Text">What is asked.</param>
public sealed record OpenCondition(ConditionCategory Category, string Text);
