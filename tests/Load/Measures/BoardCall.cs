using CrmStudio.App.Loans.Queries;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Measuring;
using CrmStudio.Load.Report;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.Load.Measures;

/// <summary>P1: the board's query beside its own SQL, sent by bare prepared Npgsql as the app's role in a bound transaction.</summary>
public sealed class BoardCall : IMeasure
{
    public string Name => "p1";

    public async Task RunAsync(MeasureBench bench, CancellationToken ct)
    {
        await bench.KeepAsync(() => MeasureAsync(bench, bench.Large.Officers[0], "a loan officer's", bench.IsShort ? 100 : 500, ct));
        await bench.KeepAsync(() => MeasureAsync(bench, bench.Large.Admin, "the whole organization's", bench.IsShort ? 10 : 50, ct));
    }

    private static async Task<Figure> MeasureAsync(MeasureBench bench, BenchMember member, string whose, int calls, CancellationToken ct)
    {
        await using var scope = await bench.Database.AsAsync(member);
        var query = scope.ServiceProvider.GetRequiredService<LoanBoardQuery>();
        await query.ReadAsync(new(), ct);
        var recording = await SqlRecording.OfAsync(() => query.ReadAsync(new(), ct));

        var pairs = await Pairs.RunAsync(bench.IsShort ? 7 : 11,
            () => Pairs.PerCallAsync(calls, () => query.ReadAsync(new(), ct)),
            () => Pairs.PerCallAsync(calls, () => recording.ReplayAsync(bench.Database.App, member.OrgId, member.Id, ct)));
        return new("P1", $"Board query, {whose} board, 250,000 loans", pairs.Ours.Median, "ms")
        {
            Anchor = pairs.Anchor.Median, AnchorName = "its SQL by bare prepared Npgsql", Spread = pairs.Ratios.Range(), Must = Limit.AtMost(1.5), Moonshot = Limit.AtMost(1.2),
            Note = $"{recording.Commands.Count} statements; least of the blocks {pairs.Ours.Least:0.00} / {pairs.Anchor.Least:0.00} ms = {pairs.Ours.Least / pairs.Anchor.Least:0.00}",
        };
    }
}
