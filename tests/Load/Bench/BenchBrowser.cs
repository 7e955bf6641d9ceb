using System.Text.Json;
using CrmStudio.Load.Circuits;
using Microsoft.Playwright;

namespace CrmStudio.Load.Bench;

/// <summary>A real Chromium with an empty cache, in which a member is signed in; counts what it loads and what its page sends.</summary>
public sealed class BenchBrowser : IAsyncDisposable
{
    private const string Wired = ".board .card [tabindex='0'], table.dt tbody [tabindex='0']";
    private readonly IPlaywright playwright;
    private readonly IBrowser chromium;

    private BenchBrowser(IPlaywright playwright, IBrowser chromium, IPage page) => (this.playwright, this.chromium, Page) = (playwright, chromium, page);

    public IPage Page { get; }

    /// <summary>Bytes of answers as they travelled, compressed, with their heads.</summary>
    public long Loaded { get; private set; }

    /// <summary>Answers that travelled.</summary>
    public List<string> Answers { get; } = [];

    /// <summary>Bytes of the page's circuit, both ways.</summary>
    public long SocketBytes { get; private set; }

    /// <summary>Messages up that call the server, beside acknowledgements and signs of life.</summary>
    public int CallsUp { get; private set; }

    public static async Task<BenchBrowser> OpenAsync(Uri server, string ticket)
    {
        var playwright = await Playwright.CreateAsync();
        var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = server.ToString(), Locale = "en-US", TimezoneId = "America/New_York", ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        await context.AddCookiesAsync([new() { Name = SignIns.CookieName, Value = ticket, Url = server.ToString(), HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);
        var browser = new BenchBrowser(playwright, chromium, await context.NewPageAsync());
        await browser.CountAsync();
        return browser;
    }

    /// <summary>Goes to a page and waits until its script answers the hand.</summary>
    public async Task OpenAsync(string page)
    {
        await Page.GotoAsync(page, new() { WaitUntil = WaitUntilState.Commit });
        await LiveAsync();
    }

    /// <summary>Comes back when the script of the board or the grid has taken over: one thing in it takes the focus.</summary>
    public async Task LiveAsync()
    {
        await Page.WaitForSelectorAsync("html[data-live]", new() { State = WaitForSelectorState.Attached });
        await Page.WaitForSelectorAsync(Wired, new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Comes back when nothing loads any more.</summary>
    public Task QuietAsync() => Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

    /// <summary>Counts from nothing again.</summary>
    public void StartOver()
    {
        (Loaded, SocketBytes, CallsUp) = (0, 0, 0);
        Answers.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
    }

    private async Task CountAsync()
    {
        var session = await Page.Context.NewCDPSessionAsync(Page);
        var addresses = new Dictionary<string, string>();
        session.Event("Network.responseReceived").OnEvent += (_, told) => addresses[Text(told, "requestId")] = told!.Value.GetProperty("response").GetProperty("url").GetString()!;
        session.Event("Network.loadingFinished").OnEvent += (_, told) =>
        {
            var bytes = (long)told!.Value.GetProperty("encodedDataLength").GetDouble();
            Loaded += bytes;
            Answers.Add($"{bytes,9:n0} {addresses.GetValueOrDefault(Text(told, "requestId"))}");
        };
        session.Event("Network.webSocketFrameReceived").OnEvent += (_, told) => SocketBytes += BytesOf(told);
        session.Event("Network.webSocketFrameSent").OnEvent += (_, told) =>
        {
            SocketBytes += BytesOf(told);
            if (Frame(told).AsSpan().IndexOf("BeginInvokeDotNetFromJS"u8) >= 0) CallsUp++;
        };
        await session.SendAsync("Network.enable");
    }

    private static long BytesOf(JsonElement? told) => Frame(told).Length;

    // Binary frames come in base 64, the greeting as text.
    private static byte[] Frame(JsonElement? told)
    {
        var frame = told!.Value.GetProperty("response");
        var payload = frame.GetProperty("payloadData").GetString()!;
        return frame.GetProperty("opcode").GetDouble() == 2 ? Convert.FromBase64String(payload) : System.Text.Encoding.UTF8.GetBytes(payload);
    }

    private static string Text(JsonElement? told, string name) => told!.Value.GetProperty(name).GetString()!;
}
