namespace CrmStudio.Domain.Leads.Scoring;

/// <summary>How well scores said what came: of those given about 30, about 30 in 100 should have become loans.</summary>
/// <param name="Bins">Ten of them, 0 to 9, 10 to 19 and so on; the last takes 100 too.</param>
/// <param name="Brier">Mean squared miss, 0 (always right) to 1 (Brier 1950); null without a closed lead.</param>
/// <param name="BrierOfAverage">What saying the average for every lead would have had: a score must do better.</param>
/// <param name="Count">Closed leads looked at.</param>
public sealed record Reliability(IReadOnlyList<ReliabilityBin> Bins, double? Brier, double? BrierOfAverage, int Count)
{
    /// <summary>Compares scores with what came.</summary>
    public static Reliability Of(IReadOnlyCollection<(int Score, bool BecameLoan)> closed)
    {
        var bins = Enumerable.Range(0, 10).Select(bin => closed.Where(lead => Math.Min(lead.Score / 10, 9) == bin).ToList())
            .Select((leads, bin) => new ReliabilityBin(bin * 10, leads.Count, leads.Count == 0 ? null : leads.Average(lead => lead.Score), leads.Count == 0 ? null : 100.0 * leads.Count(lead => lead.BecameLoan) / leads.Count)).ToList();
        if (closed.Count == 0) return new Reliability(bins, null, null, 0);
        var average = closed.Count(lead => lead.BecameLoan) / (double)closed.Count;
        return new Reliability(bins, closed.Average(lead => Square(lead.Score / 100.0 - (lead.BecameLoan ? 1 : 0))), average * (1 - average), closed.Count);
    }

    private static double Square(double miss) => miss * miss;
}
