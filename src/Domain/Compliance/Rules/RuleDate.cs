using CrmStudio.Domain.Compliance.Calendars;

namespace CrmStudio.Domain.Compliance.Rules;

/// <summary>A date a rule gives, and how it was counted.</summary>
/// <param name="Rule">The rule as it read on the day that was counted from.</param>
/// <param name="Count">The days.</param>
public sealed record RuleDate(RuleVersion Rule, DayCount Count)
{
    /// <summary>The date.</summary>
    public DateOnly Day => Count.Result;
}
