using System.Diagnostics;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Measuring;
using CrmStudio.Load.Report;

namespace CrmStudio.Load.Measures;

/// <summary>P5 and P8: what a card move costs the server, and what travels for it.</summary>
public sealed class CardMove : IMeasure
{
    private const int MovesPerBlock = 50;
    private static readonly TimeSpan pace = TimeSpan.FromMilliseconds(25);   // a circuit handles 50 events per second
    private static readonly TimeSpan settles = TimeSpan.FromMilliseconds(400);

    public string Name => "move";

    public async Task RunAsync(MeasureBench bench, CancellationToken ct)
    {
        await using var mover = new Mover(bench, bench.Large.Officers[2]);
        await mover.StartOverAsync(ct);
        await bench.KeepAsync(() => TravelAsync(mover, ct));
        await bench.KeepAsync(() => CpuAsync(bench, mover, ct));
    }

    private static async Task<Figure> TravelAsync(Mover mover, CancellationToken ct)
    {
        const int moves = 12;
        var board = mover.Board;
        var (bytes, calls) = (new List<double>(), mover.Calls);
        await mover.MoveAsync(ct);
        var batches = board.Batches;
        for (var i = 0; i < moves; i++)
        {
            await Task.Delay(settles, ct);   // nothing tells that the notice has come back
            var before = board.BytesIn + board.BytesOut;
            await mover.MoveAsync(ct);
            await Task.Delay(settles, ct);
            bytes.Add(board.BytesIn + board.BytesOut - before);
        }
        var sample = new Sample(bytes);
        return new("P8", "Bytes both ways per card move, with sums, toast and the notice that comes back", sample.Median, "B")
        {
            Judged = Judged.Ours, Must = Limit.AtMost(4096), Moonshot = Limit.AtMost(1024), Spread = sample.Range("0"),
            Note = $"{(mover.Calls - calls - 1) / (double)moves:0.#} message up per move beside acknowledgements; {(board.Batches - batches) / (double)moves:0.#} batches down",
        };
    }

    private static async Task<Figure> CpuAsync(MeasureBench bench, Mover mover, CancellationToken ct)
    {
        var (hello, button) = await bench.ButtonAsync(ct);
        await using var _ = hello;
        var (app, anchor) = ((await bench.AppAsync()).Gauge, (await bench.HelloAsync()).Gauge);
        var clicks = bench.IsShort ? 2_000 : 10_000;
        var pairs = await Pairs.RunAsync(bench.IsShort ? 7 : 15,
            async () =>
            {
                await mover.StartOverAsync(ct);
                await Task.Delay(settles, ct);
                return await PerCallAsync(app, MovesPerBlock, pace, () => mover.MoveAsync(ct));
            },
            () => PerCallAsync(anchor, clicks, TimeSpan.Zero, () => hello.ClickAsync(button, ct)));
        return new("P5", "CPU of the app per card move on an officer's board: written, audited, undoable, told to others, drawn", pairs.Ours.Median, "CPU-ms")
        {
            Anchor = pairs.Anchor.Median, AnchorName = "a click on the hello page", Spread = pairs.Ratios.Range("0.0"), Judged = Judged.None,
            Note = "the goal of P5 is for a cell edit of the grid; this one stands beside it",
        };
    }

    private static async Task<double> PerCallAsync(ProcessGauge gauge, int calls, TimeSpan pace, Func<Task> call)
    {
        var (before, from) = (gauge.Cpu, Stopwatch.GetTimestamp());
        for (var i = 0; i < calls; i++)
        {
            await call();
            var early = pace * (i + 1) - Stopwatch.GetElapsedTime(from);
            if (early > TimeSpan.Zero) await Task.Delay(early);
        }
        return (gauge.Cpu - before).TotalMilliseconds / calls;
    }
}
