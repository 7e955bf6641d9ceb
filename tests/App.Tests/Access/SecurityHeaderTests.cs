using System.Net;
using AngleSharp.Dom;
using CrmStudio.App.Tests.Access.Harness;
using CrmStudio.Testing;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrmStudio.App.Tests.Access;

public sealed class SecurityHeaderTests
{
    private static readonly string[] pages =
    [
        "/sign-in", "/sign-in/forgot", "/sign-in/reset?key=x", "/invitation/x", "/resting", "/dev/mail", "/account", "/sign-in/authenticator", "/sign-in/second-factor", "/sign-in/organization", "/", "/no-such-page", "/health/live", "/css/tokens.css",
    ];

    [Fact]
    public async Task Every_answer_says_what_a_browser_may_load()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        using var browser = app.Browser();

        foreach (var page in pages)
        {
            var answer = await browser.GetAsync(page);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("style-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
            Assert.Equal("style-src-attr 'unsafe-inline'", Assert.Single(policy.Split("; "), part => part.Contains("unsafe-inline", StringComparison.Ordinal)));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Contains("camera=()", Assert.Single(answer.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_page_carries_a_script_or_style_that_the_policy_would_block()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var ana = await Person.AloneAsync(fixture, isDemo: true);
        using var browser = app.Browser();
        await browser.SignInAsync(ana.Email, Person.Password);

        foreach (var url in pages.Append("/account").Append("/loans"))
        {
            var page = (await browser.OpenAsync(url)).Page;
            Assert.Empty(page.QuerySelectorAll("script:not([src]), style"));
            Assert.DoesNotContain(page.QuerySelectorAll("*").SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(page.QuerySelectorAll("[href], [action]"), element => (element.GetAttribute("href") ?? element.GetAttribute("action"))!.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_page_another_site_asked_for_is_never_compressed_so_its_length_tells_nothing()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        using var browser = app.Browser();

        foreach (var asker in new[] { "cross-site", "same-site", "", null }) Assert.Empty(await EncodingAsync(browser, "/sign-in", asker));
        foreach (var asker in new[] { "same-origin", "none" }) Assert.Equal(["br"], await EncodingAsync(browser, "/sign-in", asker));
    }

    [Fact]
    public async Task In_production_cookies_are_host_only_and_https_only_and_browsers_are_told_to_stay_on_https()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture, "Production", settings: settings => settings with
        {
            PublicUrl = new Uri("https://crm.example.com/"), TrustedProxies = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")],
        });
        var ana = await Person.AloneAsync(fixture, isDemo: true);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = app.Url };

        using var page = await http.SendAsync(Https(HttpMethod.Get), TestContext.Current.CancellationToken);
        var form = await PlainBrowser.ReadAsync(page);
        var formCookie = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        using var post = Https(HttpMethod.Post);
        post.Headers.Add("Cookie", formCookie.Split(';')[0]);
        post.Content = new FormUrlEncodedContent([new("_handler", "sign-in"), new("__RequestVerificationToken", form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")), new("Form.Email", ana.Email), new("Form.Password", Person.Password)]);
        using var signedIn = await http.SendAsync(post, TestContext.Current.CancellationToken);

        var session = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-crm-session=", StringComparison.Ordinal) && !cookie.Contains("1970", StringComparison.Ordinal));
        foreach (var cookie in new[] { formCookie, session })
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            foreach (var attribute in new[] { "path=/", "secure", "samesite=lax", "httponly" }) Assert.Contains(attribute, cookie.Split("; "), StringComparer.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        }
        Assert.StartsWith("max-age=31536000", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);

        static HttpRequestMessage Https(HttpMethod method) => new(method, "/sign-in") { Headers = { { "X-Forwarded-Proto", "https" }, { "Host", "crm.example.com" } } };
    }

    [Fact]
    public async Task In_production_a_request_for_another_host_is_turned_away()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture, "Production", settings: settings => settings with { PublicUrl = new Uri("https://crm.example.com/") });
        using var browser = app.Browser();

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(new(HttpMethod.Get, "/health/live") { Headers = { { "Host", "evil.com" } } })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(new(HttpMethod.Get, "/health/live") { Headers = { { "Host", "crm.example.com" } } })).StatusCode);
    }

    [Fact]
    public async Task Addresses_told_by_a_stranger_are_not_believed()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture, settings: settings => settings with { TrustedProxies = [IPNetwork.Parse("10.0.0.0/8")] });
        var ana = await Person.AloneAsync(fixture, isDemo: true);
        using var browser = app.Browser();
        var page = await browser.OpenAsync("/sign-in");
        using var post = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Headers = { { "X-Forwarded-For", "203.0.113.9" } } };
        post.Content = new FormUrlEncodedContent([new("_handler", "sign-in"), new("__RequestVerificationToken", page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")), new("Form.Email", ana.Email), new("Form.Password", Person.Password)]);
        await browser.SendAsync(post);

        Assert.DoesNotContain("203.0.113.9", (await browser.OpenAsync("/account")).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limits_of_circuits_and_messages_are_what_the_threat_model_says()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);

        var circuits = app.Services.GetRequiredService<IOptions<CircuitOptions>>().Value;
        Assert.False(circuits.DetailedErrors);
        Assert.Equal((TimeSpan.FromSeconds(20), 10), (circuits.JSInteropDefaultCallTimeout, circuits.MaxBufferedUnacknowledgedRenderBatches));
        Assert.Equal(32 * 1024, app.Services.GetRequiredService<IOptions<HubOptions>>().Value.MaximumReceiveMessageSize);
    }

    private static async Task<IEnumerable<string>> EncodingAsync(PlainBrowser browser, string url, string? asker)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Accept-Encoding", "gzip, br");
        if (asker is not null) request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", asker);
        using var answer = await browser.SendAsync(request);
        return answer.Content.Headers.ContentEncoding;
    }
}
