using System.Text;
using System.Text.RegularExpressions;
using CrmStudio.Browser.Harness;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Amounts;

/// <summary>Reads along whatever reaches a browser: answers, frames of the circuit, and what stands on the page; and knows the canary in every spelling.</summary>
internal sealed partial class AmountWatch
{
    private readonly List<Task> reading = [];
    private readonly List<string> found = [];
    private string where = "";

    /// <summary>Where something was found, with what.</summary>
    public IReadOnlyList<string> Found
    {
        get { lock (found) return [.. found]; }
    }

    /// <summary>Frames read so far.</summary>
    public int Frames { get; private set; }

    /// <summary>A page that is read along.</summary>
    public async Task<IPage> PageAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        page.Response += (_, answer) => { lock (reading) reading.Add(ReadAsync(answer)); };
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
        {
            Frames++;
            // Not single dollars: the length of an id, 36, is the same byte.
            Look("frame", frame.Binary is { } bytes ? Encoding.UTF8.GetString(bytes) : frame.Text ?? "", withDollars: false);
        };
        return page;
    }

    /// <summary>Opens an address, waits until it stands, and reads the page.</summary>
    public async Task VisitAsync(IPage page, string path)
    {
        where = path;
        await page.GotoAsync(path);
        if (!path.StartsWith("/account", StringComparison.Ordinal) || path.StartsWith("/account/calendars", StringComparison.Ordinal)) await page.UntilLiveAsync();
        await Assertions.Expect(page.Locator("main .loading")).ToHaveCountAsync(0);
        await ReadAsync(page, path);
    }

    /// <summary>Reads the page as it is now, and lets no answer escape.</summary>
    public async Task ReadAsync(IPage page, string name)
    {
        where = name;
        Look("page", await page.ContentAsync(), withDollars: true);
        Task[] all;
        lock (reading) all = [.. reading];
        await Task.WhenAll(all);
    }

    /// <summary>Waits until so many frames came.</summary>
    public async Task UntilAsync(Func<int, bool> isEnough)
    {
        for (var left = 200; !isEnough(Frames); left--)
        {
            Assert.True(left > 0, $"{where}: no frame came.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Looks for it in something read elsewhere.</summary>
    public void Look(string kind, string text, bool withDollars)
    {
        var clean = Sealed().Replace(text, "");
        foreach (Match match in Canary().Matches(clean)) Add($"{where} ({kind}): {Around(clean, match)}");
        if (withDollars) foreach (Match match in Dollars().Matches(clean)) Add($"{where} ({kind}): {Around(clean, match)}");
    }

    private async Task ReadAsync(IResponse answer)
    {
        try
        {
            if (answer.Request.ResourceType is "document" or "xhr" or "fetch") Look($"answer of {new Uri(answer.Url).PathAndQuery}", await answer.TextAsync(), withDollars: true);
        }
        catch (PlaywrightException)
        {
            // a redirect has no body
        }
    }

    private void Add(string what)
    {
        lock (found) found.Add(what);
    }

    private static string Around(string text, Match match) => text[Math.Max(0, match.Index - 60)..Math.Min(text.Length, match.Index + match.Length + 40)].ReplaceLineEndings(" ");

    // What Blazor encrypts for itself is noise that can hold any digits.
    [GeneratedRegex("<!--Blazor.*?-->", RegexOptions.Singleline)]
    private static partial Regex Sealed();

    /// <summary>417389.21, 417,389, 417.389,21, 41738921, $417 k, 0.42 M; a loan to value of 79.74; and any amount written as one.</summary>
    [GeneratedRegex(@"417(?:[\s.,'\u00a0\u202f_]|&#160;|&nbsp;)*389|\$\s?417\b|0\.42 M|\b79\.7[34]\d*\b|\$\d{1,3}(?:,\d{3})+|\$\d+(?:\.\d+)? [kM]\b")]
    private static partial Regex Canary();

    [GeneratedRegex(@"\$\s?\d")]
    private static partial Regex Dollars();
}
