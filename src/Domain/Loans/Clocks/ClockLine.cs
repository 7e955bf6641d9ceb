using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>One clock of a loan.</summary>
/// <param name="Key">Unique among the loan's lines: the rule, and a number where it runs several times.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Title">What must happen: "Send the Loan Estimate".</param>
/// <param name="Due">The day it gives, with its count; null where a rule gives a day without counting.</param>
/// <param name="Day">The last or the first day.</param>
/// <param name="State">Where it stands.</param>
/// <param name="MetOn">When it was done.</param>
/// <param name="IsTask">Whether somebody must do something by the day.</param>
/// <param name="Note">What else should be known.</param>
public sealed record ClockLine(string Key, RuleVersion Rule, string Title, RuleDate? Due, DateOnly Day, ClockState State, DateOnly? MetOn = null, bool IsTask = true, string? Note = null);
