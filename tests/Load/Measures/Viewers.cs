using System.Diagnostics;
using System.Globalization;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Circuits;
using CrmStudio.Load.Measuring;
using CrmStudio.Load.Report;

namespace CrmStudio.Load.Measures;

/// <summary>P11: one member changes an amount, 200 others look at it: when it is in the last message each gets, and how much travels to each.</summary>
public sealed class Viewers : IMeasure
{
    private const int PerMember = 8;   // circuits one person may have
    private static readonly TimeSpan between = TimeSpan.FromSeconds(2);

    public string Name => "P11";

    public async Task RunAsync(MeasureBench bench, CancellationToken ct)
    {
        await MeasureAsync(bench, "grid", BenchPages.FullGrid, grid => grid.Page.Rows().Where(row => row.Values["amount"].Length > 0).Select(row => (row.Row, row.Values["amount"])).First(), ct);
        await bench.FreshAsync();
        await MeasureAsync(bench, "board", BenchPages.Board, board => board.Page.Cards().Where(card => card.Amount is not null).Select(card => (card.Card, decimal.Parse(card.Amount!, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture))).First(), ct);
    }

    private static async Task MeasureAsync(MeasureBench bench, string what, string page, Func<HeadlessCircuit, (string Loan, string Amount)> choose, CancellationToken ct)
    {
        var count = bench.IsShort ? 40 : PerMember * (bench.Large.Admins.Count - 1);
        await using var looked = await bench.OpenAsync(bench.Large.Admin, page, ct);
        var (loan, was) = choose(looked);
        await using var hand = await bench.OpenAsync(bench.Large.Admin, $"{BenchPages.Grid}&peek={loan}", ct);
        await using var crowd = await Crowd.OpenAsync(count, place => bench.OpenAsync(bench.Large.Admins[1 + place / PerMember], page, ct), ct);

        var (took, rounds, bytes) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < bench.Of(5, 12, 25) + 1; i++)
        {
            await Task.Delay(between, ct);
            var now = 300_000 + Stopwatch.GetTimestamp() / 1_000 % 90_000;
            var before = crowd.Circuits.Select(circuit => circuit.BytesIn).ToList();
            var from = Stopwatch.GetTimestamp();
            var seen = crowd.Circuits.Select(circuit => SeenAsync(circuit, $"${now.ToString("N0", CultureInfo.InvariantCulture)}", from)).ToList();
            var refusal = await hand.TellAsync("EditAsync", $"[\"{loan}\",\"amount\",\"{was}\",\"{now}\"]", ct);
            if (refusal is not ("null" or "")) throw new InvalidOperationException($"The edit was refused: {refusal}");
            was = now.ToString(CultureInfo.InvariantCulture);
            var times = await Task.WhenAll(seen).WaitAsync(TimeSpan.FromSeconds(60), ct);
            if (i == 0) continue;   // warms
            await Task.Delay(between, ct);
            took.AddRange(times);
            rounds.Add(new Sample(times).P95);
            bytes.AddRange(crowd.Circuits.Zip(before, (circuit, then) => (double)(circuit.BytesIn - then)));
        }
        var (sample, sizes) = (new Sample(took), new Sample(bytes));
        await bench.KeepAsync(() => Task.FromResult(new Figure("P11", $"A teammate's edit is in sight, p95 over {count} viewers of the organization's {what}", sample.P95, "ms")
        {
            Judged = Judged.Ours, Must = Limit.AtMost(500), Moonshot = Limit.AtMost(150), Spread = $"rounds {new Sample(rounds).Range("0")}", Note = $"median {sample.Median:0} ms; from the message that saves it to the message that draws it",
        }));
        await bench.KeepAsync(() => Task.FromResult(new Figure("P11", $"Bytes to each viewer of the {what}", sizes.Median, "B") { Judged = Judged.Ours, Must = Limit.AtMost(1024), Moonshot = Limit.AtMost(400), Spread = sizes.Range("0") }));
    }

    private static async Task<double> SeenAsync(HeadlessCircuit circuit, string text, long from)
    {
        await circuit.SeeAsync(text);
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }
}
