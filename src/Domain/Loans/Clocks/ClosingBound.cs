using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>A wait before the closing.</summary>
/// <param name="Wait">The first lawful day, with its count.</param>
/// <param name="Presumed">How the receipt it counts from was presumed; null where it is proven or not asked for.</param>
/// <param name="Since">What it waits after: "Closing Disclosure 1, e-mailed".</param>
/// <param name="IsPlanned">Whether the disclosure has not gone out: then it is counted as though it were handed over today.</param>
public sealed record ClosingBound(RuleDate Wait, RuleDate? Presumed, string Since, bool IsPlanned = false)
{
    /// <summary>The first lawful day of a closing.</summary>
    public DateOnly Day => Wait.Day;
}
