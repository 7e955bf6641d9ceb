using System.Diagnostics;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Hands;
using CrmStudio.Load.Measuring;
using CrmStudio.Load.Report;

namespace CrmStudio.Load.Measures;

/// <summary>P5: CPU of the app's process per interaction beside a click on the hello page, in the same run.</summary>
public sealed class InteractionCpu : IMeasure
{
    private const int Editors = 24;
    private static readonly TimeSpan pace = TimeSpan.FromMilliseconds(22);   // a circuit handles 50 events per second

    public string Name => "P5";

    public async Task RunAsync(MeasureBench bench, CancellationToken ct)
    {
        var editors = new List<CellEditor>();
        for (var i = 0; i < Editors; i++)
        {
            editors.Add(await CellEditor.OpenAsync(bench, bench.Large.Officers[10 + i], ct));
            await editors[i].SelectFirstAsync(ct);
        }
        var rounds = bench.Of(30, 100, 160);
        await MeasureAsync(bench, "A row of the 50-row grid changes and is drawn (a row is selected)", Editors * rounds,
            () => Task.WhenAll(editors.Select(editor => PacedAsync(rounds, () => editor.ToggleAsync(ct)))), ct, "as the goal's anchors were taken, hand-written 2.0 and Radzen 30: one changed row among 50, nothing saved", (4, 2));
        foreach (var editor in editors.Skip(1)) await editor.DisposeAsync();

        var edits = bench.Of(30, 100, 400);
        await MeasureAsync(bench, "Cell edit in the 50-row grid: saved, audited, undoable, told to others, drawn", edits,
            () => PacedAsync(edits, () => editors[0].EditAsync(ct)), ct, "with a durable save, which the hello click has not; no limit was set for it", null);
        await editors[0].DisposeAsync();

        var moves = bench.Of(20, 30, 60);
        await using var mover = new CardMover(bench, bench.Large.Officers[3]);
        await MeasureAsync(bench, "Card move on an officer's board: saved, audited, undoable, told to others, drawn", moves,
            () => PacedAsync(moves, () => mover.MoveAsync(ct)), ct, "with a durable save, which the hello click has not; no limit was set for it", null, () => mover.StartOverAsync(ct));
    }

    private static async Task MeasureAsync(MeasureBench bench, string what, int calls, Func<Task> block, CancellationToken ct, string note, (double Must, double Moonshot)? limits, Func<Task>? before = null)
    {
        var (hello, button) = await bench.ButtonAsync(ct);
        await using var _ = hello;
        var (app, anchor) = ((await bench.AppAsync()).Gauge, (await bench.HelloAsync()).Gauge);
        var clicks = bench.Of(1_000, 4_000, 8_000);
        for (var i = 0; i < (bench.IsShort ? 1 : 3) && before is null; i++) await block();   // until the runtime has compiled it well

        await bench.KeepAsync(async () =>
        {
            var pairs = await Pairs.RunAsync(bench.Pairs,
                async () =>
                {
                    if (before is not null) await before();
                    return await PerCallAsync(app, calls, block);
                },
                () => PerCallAsync(anchor, clicks, async () =>
                {
                    for (var i = 0; i < clicks; i++) await hello.ClickAsync(button, ct);
                }));
            return new("P5", what, pairs.Ours.Median, "CPU-ms")
            {
                Anchor = pairs.Anchor.Median, AnchorName = "a click on the hello page", Ratio = pairs.Ratios.Median, Spread = pairs.Ratios.Range("0.0"), Note = note,
                Must = limits is { } must ? Limit.AtMost(must.Must) : null, Moonshot = limits is { } moon ? Limit.AtMost(moon.Moonshot) : null,
            };
        });
    }

    private static async Task<double> PerCallAsync(ProcessGauge gauge, int calls, Func<Task> block)
    {
        await Task.Delay(300);   // what the block before left to do
        var before = gauge.Cpu;
        await block();
        return (gauge.Cpu - before).TotalMilliseconds / calls;
    }

    private static async Task PacedAsync(int calls, Func<Task> call)
    {
        var from = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
        {
            await call();
            var early = pace * (i + 1) - Stopwatch.GetElapsedTime(from);
            if (early > TimeSpan.Zero) await Task.Delay(early);
        }
    }
}
