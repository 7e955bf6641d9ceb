using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Measuring;
using CrmStudio.Load.Report;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.Load.Measures;

/// <summary>P1: the queries of grid and board, read anew, beside their own SQL, sent by bare prepared Npgsql as the app's role in a bound transaction.</summary>
public sealed class ServiceCall : IMeasure
{
    private static readonly LoanView newest = new(LoanFilter.Of(new LoanCondition(LoanField.State, LoanOperator.Is, LoanStates.Any)), LoanSort.Created);

    public string Name => "P1";

    public async Task RunAsync(MeasureBench bench, CancellationToken ct)
    {
        var (officer, admin) = (bench.Large.Officers[0], bench.Large.Admin);
        await MeasureAsync<LoanGridQuery>(bench, officer, "Grid, the first 50 of an officer's loans", query => query.ReadAsync(new(newest, WithFigures: false), ct), ct);
        await MeasureAsync<LoanGridQuery>(bench, admin, "Grid, the newest 50 of 250,000 loans", query => query.ReadAsync(new(newest, WithFigures: false), ct), ct);
        await MeasureAsync<LoanGridQuery>(bench, officer, "Grid with its foot, an officer's open loans", query => query.ReadAsync(new(LoanView.Everything), ct), ct);
        await MeasureAsync<LoanGridQuery>(bench, admin, "Grid with its foot, the organization's open loans", query => query.ReadAsync(new(LoanView.Everything), ct), ct);
        await MeasureAsync<LoanBoardQuery>(bench, officer, "Board of an officer", query => query.ReadAsync(new(), ct), ct);
        await MeasureAsync<LoanBoardQuery>(bench, admin, "Board of the organization", query => query.ReadAsync(new(), ct), ct);
    }

    private static async Task MeasureAsync<TQuery>(MeasureBench bench, BenchMember member, string what, Func<TQuery, Task> read, CancellationToken ct)
        where TQuery : notnull
    {
        await using var scope = await bench.Database.AsAsync(member);
        await using var recorded = await bench.Database.RecordedAsAsync(member);
        var query = scope.ServiceProvider.GetRequiredService<TQuery>();
        Task ours()
        {
            bench.Database.ForgetLoans(member);
            return read(query);
        }
        foreach (var services in (IServiceProvider[])[scope.ServiceProvider, recorded.ServiceProvider]) await services.GetRequiredService<LoanChoicesQuery>().ReadAsync(ct);   // names are kept for minutes
        var sql = await bench.Database.Sql.OfAsync(() => read(recorded.ServiceProvider.GetRequiredService<TQuery>()));
        var block = await Pairs.BlockAsync(bench.Of(50, 250, 500), ours);

        await bench.KeepAsync(async () =>
        {
            var pairs = await Pairs.RunAsync(bench.Pairs, () => Pairs.PerCallAsync(block, ours), () => Pairs.PerCallAsync(block, () => sql.ReplayAsync(bench.Database.App, member, ct)));
            return new("P1", what, pairs.Ours.Median, "ms")
            {
                Anchor = pairs.Anchor.Median, AnchorName = "its SQL by bare prepared Npgsql", Ratio = pairs.Ratios.Median, Spread = pairs.Ratios.Range(), Must = Limit.AtMost(1.5), Moonshot = Limit.AtMost(1.2),
                Note = $"{sql.Count} statements; least of the blocks {pairs.Ours.Least:0.00} / {pairs.Anchor.Least:0.00} ms = {pairs.Ours.Least / pairs.Anchor.Least:0.00}",
            };
        });
    }
}
