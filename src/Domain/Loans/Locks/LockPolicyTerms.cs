using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Locks;

/// <summary>The rules of a lock desk. They are the organization's own: no regulation sets them.</summary>
public sealed record LockPolicyTerms
{
    /// <summary>Most days a lock, an extension or a window can have.</summary>
    public const int MostDays = 365;

    /// <summary>Most steps of the ladder, spans of a lock, or extensions that are sold.</summary>
    public const int MostEntries = 12;

    /// <summary>Spans a lock is sold for, in days, shortest first.</summary>
    public required IReadOnlyList<int> Days { get; init; }

    /// <summary>Extensions and their prices, shortest first.</summary>
    public required IReadOnlyList<ExtensionPrice> Extensions { get; init; }

    /// <summary>How often one lock may be extended.</summary>
    public required int MostExtensions { get; init; }

    /// <summary>Days all extensions of one lock may come to.</summary>
    public required int MostExtensionDays { get; init; }

    /// <summary>Days after a lock ran out or was given up within which a relock gets the worse of both prices; 0 for today's price always.</summary>
    public required int WorstCaseDays { get; init; }

    /// <summary>What a relock within that window costs on top, in percent of the loan.</summary>
    public required decimal RelockPoints { get; init; }

    /// <summary>Days before its end on which people are told of it, longest first; 0 is the last day.</summary>
    public required IReadOnlyList<int> AlertDays { get; init; }

    /// <summary>What lock desks commonly do; holds until an organization writes its own.</summary>
    public static LockPolicyTerms Usual { get; } = new()
    {
        Days = [15, 30, 45, 60], Extensions = [new(3, 0.060m), new(5, 0.100m), new(7, 0.140m), new(10, 0.200m), new(15, 0.300m)],
        MostExtensions = 3, MostExtensionDays = 30, WorstCaseDays = 30, RelockPoints = 0.250m, AlertDays = [15, 10, 7, 5, 3, 1, 0],
    };

    /// <summary>The listed price of an extension; null when that many days are not listed.</summary>
    public decimal? PriceOf(int days) => Extensions.FirstOrDefault(extension => extension.Days == days)?.Points;

    /// <summary>The same rules in order, each entry once.</summary>
    public LockPolicyTerms Sorted() => this with
    {
        Days = [.. Days.Distinct().Order()], AlertDays = [.. AlertDays.Distinct().OrderDescending()],
        Extensions = [.. Extensions.DistinctBy(extension => extension.Days).OrderBy(extension => extension.Days)],
    };

    /// <summary>Whether the rules can be.</summary>
    public Outcome Check()
    {
        if (Days.Count is 0 or > MostEntries || Days.Any(days => days is < 1 or > MostDays)) return Refusal.Invalid(nameof(Days), $"Write 1 to {MostEntries} spans of 1 to {MostDays} days, such as 15, 30, 45.");
        if (Extensions.Count > MostEntries || Extensions.Any(extension => extension.Days is < 1 or > MostDays || extension.Points is < 0 or > LockTerms.MostPoints))
            return Refusal.Invalid(nameof(Extensions), $"Write up to {MostEntries} extensions of 1 to {MostDays} days, each with a price of 0 to {LockTerms.MostPoints:0} %.");
        if (MostExtensions is < 0 or > MostEntries) return Refusal.Invalid(nameof(MostExtensions), $"A lock is extended at most {MostEntries} times.");
        if (MostExtensionDays is < 0 or > MostDays) return Refusal.Invalid(nameof(MostExtensionDays), $"Extensions come to at most {MostDays} days.");
        if (WorstCaseDays is < 0 or > MostDays) return Refusal.Invalid(nameof(WorstCaseDays), $"The window has at most {MostDays} days.");
        if (RelockPoints is < 0 or > LockTerms.MostPoints) return Refusal.Invalid(nameof(RelockPoints), $"A relock costs 0 to {LockTerms.MostPoints:0} %.");
        return AlertDays.Count > MostEntries || AlertDays.Any(days => days is < 0 or > MostDays)
            ? Refusal.Invalid(nameof(AlertDays), $"Write up to {MostEntries} steps of 0 to {MostDays} days, such as 15, 10, 5, 0.")
            : Outcome.Done;
    }
}
