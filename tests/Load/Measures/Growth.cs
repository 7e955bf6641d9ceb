using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Measuring;
using CrmStudio.Load.Report;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.Load.Measures;

/// <summary>P2: the same lists with 250,000 and with 10,000 loans in the organization, both in one database.</summary>
public sealed class Growth : IMeasure
{
    public string Name => "P2";

    public async Task RunAsync(MeasureBench bench, CancellationToken ct)
    {
        var (officers, admins) = ((bench.Large.Officers[0], bench.Small.Officers[0]), (bench.Large.Admin, bench.Small.Admin));
        await MeasureAsync<LoanGridQuery>(bench, officers, "Grid p95, an officer's open loans with their foot", query => query.ReadAsync(new(LoanView.Everything), ct));
        await MeasureAsync<LoanGridQuery>(bench, admins, "Grid p95, the organization's first 50 open loans", query => query.ReadAsync(new(LoanView.Everything, WithFigures: false), ct));
        await MeasureAsync<LoanGridQuery>(bench, admins, "Grid p95, the organization's open loans with their foot", query => query.ReadAsync(new(LoanView.Everything), ct));
        await MeasureAsync<LoanBoardQuery>(bench, officers, "Board p95, an officer's", query => query.ReadAsync(new(), ct));
        await MeasureAsync<LoanBoardQuery>(bench, admins, "Board p95, the organization's", query => query.ReadAsync(new(), ct));
    }

    private static async Task MeasureAsync<TQuery>(MeasureBench bench, (BenchMember Many, BenchMember Few) whose, string what, Func<TQuery, Task> read)
        where TQuery : notnull
    {
        await using var many = await bench.Database.AsAsync(whose.Many);
        await using var few = await bench.Database.AsAsync(whose.Few);
        var (big, little) = (many.ServiceProvider.GetRequiredService<TQuery>(), few.ServiceProvider.GetRequiredService<TQuery>());
        Task anew(BenchMember member, TQuery query)
        {
            bench.Database.ForgetLoans(member);
            return read(query);
        }
        var block = await Pairs.BlockAsync(bench.Of(50, 250, 500), () => anew(whose.Many, big));

        await bench.KeepAsync(async () =>
        {
            var pairs = await Pairs.RunAsync(bench.Pairs, () => P95Async(block, () => anew(whose.Many, big)), () => P95Async(block, () => anew(whose.Few, little)));
            return new("P2", what, pairs.Ours.Median, "ms")
            {
                Anchor = pairs.Anchor.Median, AnchorName = "10,000 loans in the same database", Ratio = pairs.Ratios.Median, Spread = pairs.Ratios.Range(), Must = Limit.AtMost(1.5), Moonshot = Limit.AtMost(1.15),
            };
        });
    }

    private static async Task<double> P95Async(int calls, Func<Task> call) => new Sample(await Pairs.EachCallAsync(calls, call)).P95;
}
