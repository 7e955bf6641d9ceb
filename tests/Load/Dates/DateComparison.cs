using System.Diagnostics;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Load.Report;
using CrmStudio.Testing.Compliance;
using CrmStudio.Testing.Postgres;

namespace CrmStudio.Load.Dates;

/// <summary>Compares 20,000 regulatory dates with the second implementation.</summary>
internal static class DateComparison
{
    private const int Dates = 20_000;

    /// <returns>The exit code: 0 when there is no difference.</returns>
    public static async Task<int> RunAsync(CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var compared = await SecondOpinion.CompareAsync((await TestCluster.CrmAsync()).Owner, new RuleBook(RulePack.Shipped), Dates, seed: 2026, ct);
        Paper.Say($"{compared.Dates:N0} dates from 2020 to 2040, {compared.Answers:N0} answers, {compared.Differences.Count:N0} differences, in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s (rules {RulePack.Shipped.Version})");
        foreach (var difference in compared.Differences.Take(20)) Paper.Say($"      {difference}");
        return compared.Differences.Count == 0 ? 0 : 1;
    }
}
