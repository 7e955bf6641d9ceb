using CrmStudio.Domain.Loans.Papers;

namespace CrmStudio.App.Loans.Papers;

/// <summary>What a condition says, in one piece.</summary>
public sealed record ConditionTerms(ConditionCategory Category, string Text, DateOnly? DueOn);
