namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>A closing as it might be planned, and everything that follows from it.</summary>
/// <param name="Closing">The day tried.</param>
/// <param name="Dates">What follows.</param>
/// <param name="Breaks">The rules it would break.</param>
public sealed record ClosingPlan(DateOnly Closing, IReadOnlyList<PlanDate> Dates, IReadOnlyList<GateBreak> Breaks)
{
    /// <summary>The date of a name.</summary>
    public PlanDate this[string key] => Dates.Single(date => date.Key == key);
}
