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

    /// <summary>Limits of our own number, where the ratio is judged and the number too.</summary>
    public Limit? AlsoMust { get; init; }

    public Limit? AlsoMoonshot { get; init; }

    public Judged Judged { get; init; } = Judged.Ratio;

    /// <summary>What a reader should know.</summary>
    public string? Note { get; init; }

    public DateTimeOffset At { get; init; }

    public string? Commit { get; init; }

    /// <summary>Load average of the machine before and after.</summary>
    public string? Load { get; init; }

    /// <summary>Ours by the anchor: where pairs were taken, the median of theirs.</summary>
    public double? Ratio { get => field ?? (Anchor is > 0 ? Ours / Anchor : null); init; }

    [JsonIgnore]
    public string Verdict => (Must, Moonshot, Judged == Judged.Ratio ? Ratio : Ours) switch
    {
        (null, null, _) or (_, _, null) => "told",
        (_, { } moonshot, { } figure) when moonshot.Holds(figure) && AlsoMoonshot?.Holds(Ours) is not false => "moonshot",
        ({ } must, _, { } figure) when must.Holds(figure) && AlsoMust?.Holds(Ours) is not false => "must",
        (null, _, _) => "short of it",
        _ => "missed",
    };
}
