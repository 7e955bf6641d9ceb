using CrmStudio.Load.Bench;
using CrmStudio.Load.Report;

namespace CrmStudio.Load.Measures;

/// <summary>P9: bytes a browser with an empty cache loads until the page is quiet, and what it loads the second time.</summary>
public sealed class FirstLoad : IMeasure
{
    public string Name => "P9";

    public async Task RunAsync(MeasureBench bench, CancellationToken ct)
    {
        await MeasureAsync(bench, "board of an officer", BenchPages.Board, bench.Large.Officers[7]);
        await MeasureAsync(bench, "grid of 50 rows", BenchPages.FullGrid, bench.Large.Officers[7]);
        await MeasureAsync(bench, "board of the organization", BenchPages.Board, bench.Large.Admin);
    }

    private static async Task MeasureAsync(MeasureBench bench, string what, string page, BenchMember member)
    {
        await using var browser = await bench.BrowserAsync(member, await bench.AppAsync());
        await browser.OpenAsync(page);
        await browser.QuietAsync();
        var (cold, socket, nodes) = (browser.Loaded, browser.SocketBytes, await browser.Page.EvaluateAsync<int>("document.querySelectorAll('*').length"));
        foreach (var answer in browser.Answers) Paper.Say($"      {answer}");

        browser.StartOver();
        await browser.Page.ReloadAsync();
        await browser.LiveAsync();
        await browser.QuietAsync();
        await bench.KeepAsync(() => Task.FromResult(new Figure("P9", $"First load, {what}: bytes of all answers, compressed", cold / 1024d, "KB")
        {
            Judged = Judged.Ours, Must = Limit.AtMost(350), Moonshot = Limit.AtMost(160), Note = $"then {socket / 1024d:n0} KB over the circuit's socket until it is live",
        }));
        await bench.KeepAsync(() => Task.FromResult(new Figure("P9", $"Loaded again, {what}", browser.Loaded / 1024d, "KB") { Judged = Judged.Ours, Moonshot = Limit.AtMost(40) }));
        await bench.KeepAsync(() => Task.FromResult(new Figure("peers", $"DOM nodes, {what}", nodes, "nodes") { Judged = Judged.Ours, Must = Limit.AtMost(2_500), Note = "Dolibarr 51,627, NextCRM 557 (50 rows)" }));
    }
}
