using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>One date that follows from a planned closing.</summary>
/// <param name="Key">Stable name: <c>cd-mailed</c>.</param>
/// <param name="Title">What it is: "Closing Disclosure e-mailed or mailed by".</param>
/// <param name="Day">The day; null where it does not apply.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Count">How it was counted.</param>
/// <param name="Note">What else should be known.</param>
public sealed record PlanDate(string Key, string Title, DateOnly? Day, PlanState State, RuleDate? Count, string? Note = null);
