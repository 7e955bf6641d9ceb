using System.Diagnostics;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Circuits;
using CrmStudio.Load.Measuring;
using CrmStudio.Load.Report;

namespace CrmStudio.Load.Measures;

/// <summary>Rows of the peers' table: the list at 20 connections, when it is usable in a browser, memory with 20 people.</summary>
public sealed class Peers : IMeasure
{
    private const int Connections = 20;

    public string Name => "peers";

    public async Task RunAsync(MeasureBench bench, CancellationToken ct)
    {
        await bench.KeepAsync(() => RateAsync(bench, ct));
        await MemoryAsync(bench, ct);
        await UsableAsync(bench);
    }

    private static async Task<Figure> RateAsync(MeasureBench bench, CancellationToken ct)
    {
        var (app, hello) = (await bench.AppAsync(), await bench.HelloAsync());
        var cookies = new List<string>();
        for (var i = 0; i < Connections; i++) cookies.Add(await bench.CookieAsync(bench.Large.Officers[50 + i]));
        var time = TimeSpan.FromSeconds(bench.Of(2, 2, 6));
        var pairs = await Pairs.RunAsync(bench.Pairs,
            () => PerSecondAsync(bench.Http, new Uri(app.Url, BenchPages.FullGrid), time, place => cookies[place], ct),
            () => PerSecondAsync(bench.Http, hello.Url, time / 2, _ => null, ct));
        return new("peers", "List of 50 at 20 connections, whole pages", pairs.Ours.Median, "pages/s")
        {
            Judged = Judged.Ours, Must = Limit.AtLeast(100), Spread = pairs.Ours.Range("0"), Anchor = pairs.Anchor.Median, AnchorName = "the hello page", Ratio = pairs.Ratios.Median, Note = "Tryton 36, Dolibarr 3.2, NextCRM 2.5",
        };
    }

    private static async Task<double> PerSecondAsync(HttpClient http, Uri url, TimeSpan time, Func<int, string?> cookie, CancellationToken ct)
    {
        var (from, answered) = (Stopwatch.GetTimestamp(), 0);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async place =>
        {
            while (Stopwatch.GetElapsedTime(from) < time)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, url);
                if (cookie(place) is { } value) request.Headers.Add("Cookie", value);
                using var response = await http.SendAsync(request, ct);
                response.EnsureSuccessStatusCode();
                await response.Content.CopyToAsync(Stream.Null, ct);
                Interlocked.Increment(ref answered);
            }
        }));
        return answered / Stopwatch.GetElapsedTime(from).TotalSeconds;
    }

    private static async Task MemoryAsync(MeasureBench bench, CancellationToken ct)
    {
        await using var app = await AppProcess.StartAsync(bench.Database);
        await using var crowd = await Crowd.OpenAsync(Connections, place => bench.OpenAsync(bench.Large.Officers[place], BenchPages.FullGrid, ct, app), ct);
        await bench.KeepAsync(() => Task.FromResult(new Figure("peers", "Memory of the app with 20 live circuits", app.Gauge.Resident / 1024d, "MB")
            { Judged = Judged.Ours, Must = Limit.AtMost(350), Note = "without PostgreSQL; Tryton 381, Dolibarr 700, NextCRM 1,490" }));
    }

    private static async Task UsableAsync(MeasureBench bench)
    {
        var (app, officer) = (await bench.AppAsync(), bench.Large.Officers[9]);
        var (cold, inApp) = (new List<double>(), new List<double>());
        for (var i = 0; i < bench.Of(3, 5, 9) + 1; i++)
        {
            await using var browser = await bench.BrowserAsync(officer, app);
            var from = Stopwatch.GetTimestamp();
            await browser.OpenAsync(BenchPages.Grid);
            if (i > 0) cold.Add(Stopwatch.GetElapsedTime(from).TotalSeconds);
            await browser.QuietAsync();

            await browser.Page.ClickAsync(".seg a:has-text('Board')");
            await browser.Page.WaitForSelectorAsync(".board .card");
            await browser.QuietAsync();
            from = Stopwatch.GetTimestamp();
            await browser.Page.ClickAsync(".seg a:has-text('Grid')");
            await browser.LiveAsync();
            if (i > 0) inApp.Add(Stopwatch.GetElapsedTime(from).TotalSeconds);
        }
        await KeepAsync("cold: address entered, empty cache, until it answers the hand", cold, .8, "Dolibarr 3.0, NextCRM 1.2");
        await KeepAsync("in the app: from the board, until it answers the hand", inApp, .2, "Dolibarr 3.1, NextCRM 1.3, Tryton 0.29");

        async Task KeepAsync(string how, List<double> seconds, double must, string peers)
        {
            var sample = new Sample(seconds);
            await bench.KeepAsync(() => Task.FromResult(new Figure("peers", $"List usable in Chromium, {how}", sample.Median, "s") { Judged = Judged.Ours, Must = Limit.AtMost(must), Spread = sample.Range(), Note = peers }));
        }
    }
}
