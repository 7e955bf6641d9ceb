namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>Gathers what is lost: the same at the same place is one line with a count.</summary>
public sealed class MismoLosses
{
    /// <summary>Most lines of a report; beyond them it is only counted.</summary>
    public const int Most = 400;

    private const int SampleLength = 60;

    private readonly Dictionary<(MismoLossKind, string, string?), MismoLoss> lines = [];
    private int beyond;

    /// <summary>The report: what was taken out first, then what has no place, then what changed; each by place.</summary>
    public IReadOnlyList<MismoLoss> Report
    {
        get
        {
            List<MismoLoss> all = [.. lines.Values.OrderBy(line => line.Kind switch { MismoLossKind.Removed => 0, MismoLossKind.NotTaken => 1, _ => 2 }).ThenBy(line => line.Line).ThenBy(line => line.Path, StringComparer.Ordinal)];
            if (beyond > 0) all.Add(new(MismoLossKind.NotTaken, "…", beyond, null, "stands at further places", 0));
            return all;
        }
    }

    /// <summary>Notes a loss.</summary>
    /// <param name="kind">What became of it.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="sample">Its value, when it may be shown.</param>
    /// <param name="why">The reason.</param>
    /// <param name="line">Line of the file.</param>
    /// <param name="count">How often.</param>
    public void Add(MismoLossKind kind, string path, string? sample, string? why, int line = 0, int count = 1)
    {
        var key = (kind, path, why);
        if (lines.TryGetValue(key, out var known)) lines[key] = known with { Count = known.Count + count };
        else if (lines.Count >= Most) beyond += count;
        else lines[key] = new(kind, path, count, Short(sample), why, line);
    }

    private static string? Short(string? sample) => sample is { Length: > SampleLength } ? sample[..(SampleLength - 1)] + "…" : sample is "" ? null : sample;
}
