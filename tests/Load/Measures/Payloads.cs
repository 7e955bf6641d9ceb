using CrmStudio.Load.Bench;
using CrmStudio.Load.Circuits;
using CrmStudio.Load.Hands;
using CrmStudio.Load.Measuring;
using CrmStudio.Load.Report;

namespace CrmStudio.Load.Measures;

/// <summary>P8: what travels for a cell edit and for a card move, in the driver; and how many messages a drag sends, in a browser.</summary>
public sealed class Payloads : IMeasure
{
    private const int Times = 12;
    private static readonly TimeSpan settles = TimeSpan.FromMilliseconds(400);

    public string Name => "P8";

    public async Task RunAsync(MeasureBench bench, CancellationToken ct)
    {
        await using (var editor = await CellEditor.OpenAsync(bench, bench.Large.Officers[4], ct))
            await TravelAsync(bench, "cell edit", editor.Grid, () => editor.EditAsync(ct), 600, 320, ct);
        await using (var mover = new CardMover(bench, bench.Large.Officers[5]))
        {
            await mover.StartOverAsync(ct);
            await TravelAsync(bench, "card move", mover.Board, () => mover.MoveAsync(ct), 4096, 1024, ct);
        }
        await CardMover.SpreadAsync(bench.Database, bench.Large.Officers[6], ct);
        await bench.KeepAsync(() => DragAsync(bench));
    }

    private static async Task TravelAsync(MeasureBench bench, string what, HeadlessCircuit circuit, Func<Task> act, int must, int moonshot, CancellationToken ct)
    {
        var (down, up, calls, batches) = (new List<double>(), new List<double>(), 0, 0);
        await act();
        for (var i = 0; i < Times; i++)
        {
            await Task.Delay(settles, ct);   // nothing tells that the notice has come back
            var before = (circuit.BytesIn, circuit.BytesOut, circuit.Calls, circuit.Batches);
            await act();
            await Task.Delay(settles, ct);
            down.Add(circuit.BytesIn - before.BytesIn);
            up.Add(circuit.BytesOut - before.BytesOut);
            (calls, batches) = (calls + circuit.Calls - before.Calls, batches + circuit.Batches - before.Batches);
        }
        var (sample, upwards) = (new Sample(down), new Sample(up));
        await bench.KeepAsync(() => Task.FromResult(new Figure("P8", $"Bytes down per {what}: answer, drawing, sums, toast with Undo, and the notice that comes back", sample.Median, "B")
        {
            Judged = Judged.Ours, Must = Limit.AtMost(must), Moonshot = Limit.AtMost(moonshot), Spread = sample.Range("0"),
            Note = $"{upwards.Median:0} bytes up; {calls / (double)Times:0.#} call up per {what} beside acknowledgements, {batches / (double)Times:0.#} batches down",
        }));
    }

    private static async Task<Figure> DragAsync(MeasureBench bench)
    {
        await using var browser = await bench.BrowserAsync(bench.Large.Officers[6], await bench.AppAsync());
        var page = browser.Page;
        await browser.OpenAsync(BenchPages.Board);
        await browser.QuietAsync();

        var calls = new List<double>();
        for (var i = 0; i < bench.Of(3, 5, 7); i++)
        {
            var columns = page.Locator("li.col:not([data-folded])");
            var card = columns.Nth(0).Locator("li.card[data-amount]").First;
            var from = await card.BoundingBoxAsync() ?? throw new InvalidOperationException("The first column has no card.");
            var to = await columns.Nth(1).BoundingBoxAsync() ?? throw new InvalidOperationException("There is no second column.");
            var id = await card.GetAttributeAsync("data-card");
            browser.StartOver();
            await page.Mouse.MoveAsync(from.X + from.Width / 2, from.Y + from.Height - 12);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(to.X + to.Width / 2, to.Y + 160, new() { Steps = 12 });
            await page.Mouse.UpAsync();
            await columns.Nth(1).Locator($"li.card[data-card=\"{id}\"]").WaitForAsync();
            await Task.Delay(settles);   // nothing tells that no further message goes up
            calls.Add(browser.CallsUp);
        }
        var sample = new Sample(calls);
        return new("P8", "Messages up per drag, in Chromium", sample.Most, "messages") { Judged = Judged.Ours, Must = Limit.AtMost(1), Moonshot = Limit.AtMost(1), Spread = sample.Range("0"), Note = "beside acknowledgements and signs of life" };
    }
}
