using CrmStudio.Load.Bench;
using CrmStudio.Load.Circuits;
using CrmStudio.Load.Report;

namespace CrmStudio.Load.Measures;

/// <summary>P7: resident memory each further idle circuit takes, after two forced collections, beside a circuit of the hello page.</summary>
public sealed class IdleMemory : IMeasure
{
    private const int Warm = 60;
    private static readonly TimeSpan settles = TimeSpan.FromSeconds(3);

    public string Name => "P7";

    public async Task RunAsync(MeasureBench bench, CancellationToken ct)
    {
        var count = bench.Of(100, 240, 500);
        await using var greeter = await AppProcess.StartHelloAsync();
        var hello = await PerCircuitAsync(greeter, count, async _ => await HeadlessCircuit.OpenAsync(bench.Http, greeter.Url, null, ct), ct);
        await MeasureAsync(bench, "grid of 50 rows", BenchPages.FullGrid, count, hello, ct);
        await MeasureAsync(bench, "board of an officer", BenchPages.Board, count, hello, ct);
    }

    private static async Task MeasureAsync(MeasureBench bench, string what, string page, int count, double hello, CancellationToken ct)
    {
        var officers = bench.Large.Officers;
        await using var server = await AppProcess.StartAsync(bench.Database);
        await bench.KeepAsync(async () =>
        {
            var kilobytes = await PerCircuitAsync(server, count, place => bench.OpenAsync(officers[place % officers.Count], page, ct, server), ct);
            return new("P7", $"Memory per idle circuit, {what}", kilobytes, "KB")
            {
                Anchor = hello, AnchorName = "a circuit of the hello page", Must = Limit.AtMost(2.5), Moonshot = Limit.AtMost(1.6), AlsoMust = Limit.AtMost(350), AlsoMoonshot = Limit.AtMost(250),
                Spread = $"{count} circuits", Note = $"resident {server.Gauge.Resident / 1024:n0} MB with {count + Warm} circuits",
            };
        });
    }

    private static async Task<double> PerCircuitAsync(AppProcess server, int count, Func<int, Task<HeadlessCircuit>> open, CancellationToken ct)
    {
        await using var crowd = await Crowd.OpenAsync(Warm, open, ct);
        var before = await RestingAsync(server, ct);
        await crowd.GrowAsync(count, open, ct);
        return (await RestingAsync(server, ct) - before) / (double)count;
    }

    private static async Task<long> RestingAsync(AppProcess server, CancellationToken ct)
    {
        await Task.Delay(settles, ct);
        await server.Gauge.CollectAsync();
        await server.Gauge.CollectAsync();
        await Task.Delay(settles, ct);   // freed pages go back in the background
        return server.Gauge.Resident;
    }
}
