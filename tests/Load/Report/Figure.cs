using System.Text.Json.Serialization;

namespace CrmStudio.Load.Report;

/// <summary>One measured number, with the anchor of the same run.</summary>
/// <param name="Goal">Row of the goal table: P1 … P21, or "peers".</param>
/// <param name="Measure">What was measured.</param>
/// <param name="Ours">The number.</param>
/// <param name="Unit">Its unit.</param>
public sealed record Figure(string Goal, string Measure, double Ours, string Unit)
{
    public double? Anchor { get; init; }

    public string? AnchorName { get; init; }

    /// <summary>Lowest and highest of the pairs, or what else says how firm the number is.</summary>
    public string? Spread { get; init; }

    public Limit? Must { get; init; }

    public Limit? Moonshot { get; init; }

    public Judged Judged { get; init; } = Judged.Ratio;

    /// <summary>What a reader should know.</summary>
    public string? Note { get; init; }

    public DateTimeOffset At { get; init; }

    public string? Commit { get; init; }

    /// <summary>Load average of the machine before and after.</summary>
    public string? Load { get; init; }

    public double? Ratio => Anchor is > 0 ? Ours / Anchor : null;

    [JsonIgnore]
    public string Verdict => (Judged switch { Judged.Ratio => Ratio, Judged.Ours => Ours, _ => null }) switch
    {
        null => "told",
        { } figure when Moonshot?.Holds(figure) is true => "moonshot",
        { } figure when Must?.Holds(figure) is true => "must",
        _ when Must is null && Moonshot is null => "told",
        _ => "missed",
    };
}
