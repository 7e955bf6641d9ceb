using CrmStudio.Load.Circuits;
using CrmStudio.Load.Measuring;
using CrmStudio.Load.Report;

namespace CrmStudio.Load.Bench;

/// <summary>What every measure works with: the seeded database, the app and the hello page, started when first asked for.</summary>
public sealed class MeasureBench(BenchDatabase database, BenchOrganization large, BenchOrganization small, RunForm form) : IAsyncDisposable
{
    private readonly Dictionary<Guid, string> cookies = [];
    private readonly SemaphoreSlim signingIn = new(4);
    private AppProcess? app, hello;

    public BenchDatabase Database { get; } = database;

    public BenchOrganization Large { get; } = large;

    public BenchOrganization Small { get; } = small;

    /// <summary>Fewest and smallest blocks, printed only.</summary>
    public bool IsShort => form == RunForm.Try;

    /// <summary>Pairs of blocks.</summary>
    public int Pairs => Of(3, 7, 9);

    /// <summary>As many as the form of this run takes.</summary>
    public int Of(int tried, int brisk, int whole) => form switch { RunForm.Try => tried, RunForm.Brisk => brisk, _ => whole };

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 64 });

    public async Task<AppProcess> AppAsync() => app ??= await AppProcess.StartAsync(Database);

    public async Task<AppProcess> HelloAsync() => hello ??= await AppProcess.StartHelloAsync();

    /// <summary>Stops the servers, so that the next measure begins with fresh ones.</summary>
    public async Task FreshAsync()
    {
        if (app is not null) await app.DisposeAsync();
        if (hello is not null) await hello.DisposeAsync();
        (app, hello) = (null, null);
    }

    /// <summary>A browser on a server, with nothing in its cache, in which a member is signed in.</summary>
    public async Task<BenchBrowser> BrowserAsync(BenchMember member, AppProcess server) => await BenchBrowser.OpenAsync(server.Url, await SignIns.TicketAsync(Database, member));

    /// <summary>The Cookie header of a member, signed in once per run.</summary>
    public async Task<string> CookieAsync(BenchMember member)
    {
        await signingIn.WaitAsync();
        try
        {
            lock (cookies)
                if (cookies.TryGetValue(member.Id, out var known)) return known;
            var cookie = await SignIns.CookieAsync(Database, member);
            lock (cookies) return cookies[member.Id] = cookie;
        }
        finally
        {
            signingIn.Release();
        }
    }

    /// <summary>A page of a member, live.</summary>
    /// <param name="member">Who looks.</param>
    /// <param name="page">One of <see cref="BenchPages"/>.</param>
    /// <param name="ct">Breaks off.</param>
    /// <param name="server">Another app than the one of this measure.</param>
    public async Task<HeadlessCircuit> OpenAsync(BenchMember member, string page, CancellationToken ct, AppProcess? server = null) =>
        await HeadlessCircuit.OpenAsync(Http, new Uri((server ?? await AppAsync()).Url, page), await CookieAsync(member), ct, until: BenchPages.Live);

    /// <summary>Asks for a page of a member, without its circuit.</summary>
    public async Task AskAsync(BenchMember member, string page, AppProcess server, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Url, page)) { Headers = { { "Cookie", await CookieAsync(member) } } };
        using var answer = await Http.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The hello page, live; the handler of its button with it.</summary>
    public async Task<(HeadlessCircuit Circuit, ulong Button)> ButtonAsync(CancellationToken ct)
    {
        ulong? button = null;
        var circuit = await HeadlessCircuit.OpenAsync(Http, (await HelloAsync()).Url, null, ct, batch => button ??= RenderBatch.HandlerOf(batch.Span, "more", "onclick"));
        circuit.OnBatch = null;
        return (circuit, button ?? throw new InvalidOperationException("The hello page shows no button."));
    }

    /// <summary>Runs a measure between two looks at the machine's load.</summary>
    public async Task KeepAsync(Func<Task<Figure>> measure)
    {
        var before = MachineLoad.Now;
        var figure = await measure();
        Keep(figure with { Load = $"{before} → {MachineLoad.Now}" });
    }

    /// <summary>Says a figure, and writes it down unless it is a short run's.</summary>
    public void Keep(Figure figure)
    {
        if (IsShort) FigureBook.Try(figure);
        else FigureBook.Keep(figure);
    }

    public async ValueTask DisposeAsync()
    {
        await FreshAsync();
        Http.Dispose();
    }
}
