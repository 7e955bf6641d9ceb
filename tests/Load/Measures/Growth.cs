using CrmStudio.App.Loans.Queries;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Measuring;
using CrmStudio.Load.Report;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.Load.Measures;

/// <summary>P2: the same board with 250,000 and with 10,000 loans in the organization.</summary>
public sealed class Growth : IMeasure
{
    public string Name => "p2";

    public async Task RunAsync(MeasureBench bench, CancellationToken ct)
    {
        await bench.KeepAsync(() => MeasureAsync(bench, bench.Large.Officers[0], bench.Small.Officers[0], "a loan officer's", bench.IsShort ? 100 : 500, ct));
        await bench.KeepAsync(() => MeasureAsync(bench, bench.Large.Admin, bench.Small.Admin, "the whole organization's", bench.IsShort ? 10 : 50, ct));
    }

    private static async Task<Figure> MeasureAsync(MeasureBench bench, BenchMember large, BenchMember small, string whose, int calls, CancellationToken ct)
    {
        await using var many = await bench.Database.AsAsync(large);
        await using var few = await bench.Database.AsAsync(small);
        var (big, little) = (many.ServiceProvider.GetRequiredService<LoanBoardQuery>(), few.ServiceProvider.GetRequiredService<LoanBoardQuery>());
        var pairs = await Pairs.RunAsync(bench.IsShort ? 7 : 11, () => P95Async(calls, big, ct), () => P95Async(calls, little, ct));
        return new("P2", $"Board query p95, {whose} board, 250,000 loans", pairs.Ours.Median, "ms")
        {
            Anchor = pairs.Anchor.Median, AnchorName = "10,000 loans in the same database", Spread = pairs.Ratios.Range(), Must = Limit.AtMost(1.5), Moonshot = Limit.AtMost(1.15),
        };
    }

    private static async Task<double> P95Async(int calls, LoanBoardQuery query, CancellationToken ct) => new Sample(await Pairs.EachCallAsync(calls, () => query.ReadAsync(new(), ct))).P95;
}
