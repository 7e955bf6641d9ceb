using System.Globalization;

namespace CrmStudio.Load.Report;

/// <summary>What a figure has to reach.</summary>
/// <param name="Value">The limit.</param>
/// <param name="IsFloor">True when the figure must not be below it.</param>
public sealed record Limit(double Value, bool IsFloor)
{
    public static Limit AtMost(double value) => new(value, false);

    public static Limit AtLeast(double value) => new(value, true);

    public bool Holds(double figure) => IsFloor ? figure >= Value : figure <= Value;

    public override string ToString() => $"{(IsFloor ? "≥" : "≤")} {Value.ToString("#,0.###", CultureInfo.InvariantCulture)}";
}
