using System.Net;
using System.Net.WebSockets;
using CrmStudio.App.Tests.Access.Harness;
using CrmStudio.Testing;

namespace CrmStudio.App.Tests.Access;

public sealed class SocketTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Origins that are not this site, some of them almost.</summary>
    private static string?[] Foreign(Uri url) =>
    [
        null, "null", "", "http://evil.com", "https://evil.com", $"https://localhost:{url.Port}", $"http://localhost:{url.Port + 1}", "http://localhost", $"http://evil.localhost:{url.Port}", $"http://localhost.evil.com:{url.Port}",
        $"http://localhost:{url.Port}.evil.com", $"http://127.0.0.1:{url.Port}", $"http://[::1]:{url.Port}", $"http://localhost:{url.Port}/", $"http://user@localhost:{url.Port}", $"ftp://localhost:{url.Port}", $"localhost:{url.Port}",
        "file://", "chrome-extension://abcdefghijklmnop", $"http://localhost:{url.Port} http://evil.com", $"http://evil.com:{url.Port}",
    ];

    [Fact]
    public async Task A_page_of_another_site_opens_no_socket_even_with_the_cookie()
    {
        var (app, browser) = await SignedInAsync();
        await using var _ = app;
        using var __ = browser;
        Assert.True(Foreign(app.Url).Length >= 20);

        foreach (var origin in Foreign(app.Url))
        {
            Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(browser, origin));
            foreach (var address in new[] { "_blazor", "_blazor/", "_BLAZOR" }) Assert.Equal(HttpStatusCode.Forbidden, (await ConnectAsync(app, browser, origin, address: address)).Status);
        }
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(browser, app.Url.GetLeftPart(UriPartial.Authority)));
    }

    [Fact]
    public async Task A_name_that_points_to_this_machine_is_not_this_site()
    {
        var (app, browser) = await SignedInAsync();
        await using var _ = app;
        using var __ = browser;
        using var rebound = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        rebound.Headers.Host = $"evil.com:{app.Url.Port}";
        rebound.Headers.TryAddWithoutValidation("Origin", $"http://evil.com:{app.Url.Port}");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(rebound)).StatusCode);
    }

    [Fact]
    public async Task Nobody_opens_a_socket_without_a_sign_in_that_stands()
    {
        var (app, browser) = await SignedInAsync();
        await using var _ = app;
        using var __ = browser;
        using var stranger = app.Browser();
        var own = app.Url.GetLeftPart(UriPartial.Authority);

        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(stranger, own));
        Assert.Equal(HttpStatusCode.Unauthorized, (await ConnectAsync(app, stranger, own)).Status);

        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(browser, own));
    }

    [Fact]
    public async Task The_socket_is_not_compressed_even_when_the_browser_offers_to()
    {
        var (app, browser) = await SignedInAsync();
        await using var _ = app;
        using var __ = browser;

        var (status, extensions) = await ConnectAsync(app, browser, app.Url.GetLeftPart(UriPartial.Authority), offerCompression: true);

        Assert.Equal(HttpStatusCode.SwitchingProtocols, status);
        Assert.Null(extensions);
    }

    private static async Task<(AccessApp, PlainBrowser)> SignedInAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        var app = await AccessApp.StartAsync(fixture);
        var ana = await Person.AloneAsync(fixture, isDemo: true);
        var browser = app.Browser();
        await browser.SignInAsync(ana.Email, Person.Password);
        return (app, browser);
    }

    private static async Task<HttpStatusCode> NegotiateAsync(PlainBrowser browser, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        return (await browser.SendAsync(request)).StatusCode;
    }

    private static async Task<(HttpStatusCode Status, string? Extensions)> ConnectAsync(AccessApp app, PlainBrowser browser, string? origin, bool offerCompression = false, string address = "_blazor")
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.Cookies = browser.Cookies;
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        if (offerCompression) socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        try
        {
            await socket.ConnectAsync(new UriBuilder(new Uri(app.Url, address)) { Scheme = "ws" }.Uri, Ct);
        }
        catch (WebSocketException)
        {
            // the status says why
        }
        return (socket.HttpStatusCode, socket.HttpResponseHeaders?.FirstOrDefault(header => string.Equals(header.Key, "Sec-WebSocket-Extensions", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault());
    }
}
