using System.Diagnostics;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Circuits;
using CrmStudio.Load.Hands;
using CrmStudio.Load.Measuring;
using CrmStudio.Load.Report;

namespace CrmStudio.Load.Measures;

/// <summary>
/// P6: one event per second on each of a thousand grids, beside one event per second on one grid of another process of the app, in
/// turns. Events leave when they are due, whether or not the one before was answered.
/// </summary>
public sealed class ThousandCircuits : IMeasure
{
    private const int Alternations = 3;
    private static readonly TimeSpan isLate = TimeSpan.FromMilliseconds(20);

    public string Name => "P6";

    public async Task RunAsync(MeasureBench bench, CancellationToken ct)
    {
        var wanted = bench.Of(100, 1_000, 1_000);
        await using var lonely = await AppProcess.StartAsync(bench.Database);
        await using var one = await EditorsAsync(bench, lonely, 1, ct);
        await using var many = await EditorsAsync(bench, await bench.AppAsync(), wanted, ct);
        Paper.Say($"      {many.Editors.Count:n0} circuits are open");

        var (alone, together, late) = (new List<double>(), new List<double>(), 0);
        var (forOne, forMany) = (TimeSpan.FromSeconds(bench.Of(10, 30, 60)), TimeSpan.FromSeconds(bench.Of(5, 10, 20)));
        var ratios = new List<(double P95, double P99)>();
        await BeatAsync(many, forMany, ct);
        await BeatAsync(one, forMany, ct);
        var from = MachineLoad.Now;
        for (var i = 0; i < Alternations; i++)
        {
            var (crowd, behind) = await BeatAsync(many, forMany, ct);
            var (single, _) = await BeatAsync(one, forOne, ct);
            ratios.Add((new Sample(crowd).P95 / new Sample(single).P95, new Sample(crowd).P99 / new Sample(single).P99));
            together.AddRange(crowd);
            alone.AddRange(single);
            late += behind;
        }
        var (ours, anchor) = (new Sample(together), new Sample(alone));
        var note = $"{ours.Count:n0} and {anchor.Count:n0} events, {late:n0} sent more than {isLate.TotalMilliseconds:0} ms late; medians {ours.Median:0.00} and {anchor.Median:0.00} ms; the event selects a row of the 50-row grid";
        var figure = new Figure("P6", $"p95 of an event at {many.Editors.Count:n0} circuits, one event per second each", ours.P95, "ms")
        {
            Anchor = anchor.P95, AnchorName = "at 1 circuit", Spread = new Sample(ratios.Select(pair => pair.P95)).Range(), Must = Limit.AtMost(2), Moonshot = Limit.AtMost(1.3), Note = note, Load = $"{from} → {MachineLoad.Now}",
        };
        bench.Keep(figure);
        bench.Keep(figure with
        {
            Measure = $"p99 of an event at {many.Editors.Count:n0} circuits, one event per second each", Ours = ours.P99, Anchor = anchor.P99, Spread = new Sample(ratios.Select(pair => pair.P99)).Range(), Must = null, Moonshot = Limit.AtMost(3),
        });
    }

    private static async Task<Beating> EditorsAsync(MeasureBench bench, AppProcess server, int count, CancellationToken ct)
    {
        var editors = new List<CellEditor>();
        var crowd = await Crowd.OpenAsync(count, async place =>
        {
            var editor = await CellEditor.OpenAsync(bench, bench.Large.Officers[place % bench.Large.Officers.Count], ct, server);
            await editor.SelectFirstAsync(ct);
            lock (editors) editors.Add(editor);
            return editor.Grid;
        }, ct);
        return new Beating(crowd, editors);
    }

    private static async Task<(List<double> Took, int Late)> BeatAsync(Beating who, TimeSpan time, CancellationToken ct)
    {
        var (took, late, running) = (new List<double>(), 0, new List<Task>());
        var (count, from) = ((int)time.TotalSeconds * who.Editors.Count, Stopwatch.GetTimestamp());
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds(i / (double)who.Editors.Count);
            while (due - Stopwatch.GetElapsedTime(from) is { Ticks: > 0 } early) await Task.Delay(early < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : early, ct);
            if (Stopwatch.GetElapsedTime(from) - due > isLate) late++;
            running.Add(OneAsync(who.Editors[i % who.Editors.Count]));
        }
        await Task.WhenAll(running);
        return (took, late);

        async Task OneAsync(CellEditor editor)
        {
            var sent = Stopwatch.GetTimestamp();
            await editor.ToggleAsync(ct);
            var ms = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            lock (took) took.Add(ms);
        }
    }

    private sealed record Beating(Crowd Crowd, IReadOnlyList<CellEditor> Editors) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Crowd.DisposeAsync();
    }
}
