namespace CrmStudio.Domain.Compliance.Rules;

/// <summary>One rule as it reads in one period, with where it is written. Shared by all organizations; loaded from the rule pack.</summary>
public sealed class RuleVersion
{
    /// <summary>Its stable name, one of <see cref="RuleCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The first day it is in force.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The last day it is in force; null while no end is known.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>What it is about, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The paragraph.</summary>
    public required string Citation { get; init; }

    /// <summary>Which days it counts; null for a rule without a count.</summary>
    public DayKind? Counts { get; init; }

    /// <summary>How many of them.</summary>
    public int? Days { get; init; }

    /// <summary>What happens when something would break it.</summary>
    public required RuleSeverity Severity { get; init; }

    /// <summary>Where it holds: "US", or a state.</summary>
    public string Jurisdiction { get; init; } = "US";

    /// <summary>The publication it was read in.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it is in force on a day.</summary>
    public bool IsInForce(DateOnly on) => EffectiveFrom <= on && (EffectiveTo is null || on <= EffectiveTo);
}
