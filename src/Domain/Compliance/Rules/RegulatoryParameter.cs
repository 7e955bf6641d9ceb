using System.Globalization;

namespace CrmStudio.Domain.Compliance.Rules;

/// <summary>A number or a day that a regulation sets for a period. Shared by all organizations; loaded from the rule pack.</summary>
public sealed class RegulatoryParameter
{
    /// <summary>Its stable name: <c>fees.ten-percent</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The first day it holds.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The last day it holds; null while no end is known.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>What it is, for people.</summary>
    public required string Label { get; init; }

    /// <summary>The value, in the form its <see cref="Unit"/> says.</summary>
    public required string Value { get; init; }

    /// <summary>What the value is.</summary>
    public required ParameterUnit Unit { get; init; }

    /// <summary>The paragraph.</summary>
    public required string Citation { get; init; }

    /// <summary>The publication it was read in.</summary>
    public required string Source { get; init; }

    /// <summary>The value as a number.</summary>
    /// <exception cref="FormatException">It is a holiday.</exception>
    public decimal Number => decimal.Parse(Value, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>Whether it holds on a day.</summary>
    public bool IsInForce(DateOnly on) => EffectiveFrom <= on && (EffectiveTo is null || on <= EffectiveTo);
}
