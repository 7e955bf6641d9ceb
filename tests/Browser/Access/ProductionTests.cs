using System.Net;
using CrmStudio.Browser.Harness;
using CrmStudio.Infrastructure.Platform.Seeding;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Access;

/// <summary>The app as it is run for people: published, in production, over https.</summary>
public sealed class ProductionTests(CrmBrowser browser, PublishedApp published) : IClassFixture<PublishedApp>
{
    private AppProcess App => published.App;

    [Fact]
    public async Task Signing_in_over_https_leaves_cookies_for_this_host_and_for_https_only()
    {
        await using var context = await browser.AnonymousAsync(at: App);
        var page = await context.NewPageAsync();

        var asked = await page.GotoAsync("/loans");
        Assert.Equal("max-age=31536000", await asked!.HeaderValueAsync("strict-transport-security"));
        Assert.Contains($"wss://{App.Url.Authority}", await asked.HeaderValueAsync("content-security-policy"), StringComparison.Ordinal);

        await page.GetByLabel("E-mail").FillAsync("lo.keisha@example.com");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(DemoOrganizations.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/loans");
        await page.UntilLiveAsync();
        await Assertions.Expect(page.Locator("li.card").First).ToBeVisibleAsync();

        var cookies = await context.CookiesAsync();
        Assert.Equal(["__Host-crm-form", "__Host-crm-session"], cookies.Select(cookie => cookie.Name).Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.True(cookie is { Secure: true, HttpOnly: true, Path: "/", SameSite: SameSiteAttribute.Lax }, $"{cookie.Name}: {cookie.Secure} {cookie.HttpOnly} {cookie.Path} {cookie.SameSite}");
            Assert.Equal(App.Url.Host, cookie.Domain);
        });
    }

    [Fact]
    public async Task A_page_asked_for_in_plain_text_is_sent_to_the_public_address_and_only_probes_answer()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = App.Plain };

        var page = await http.GetAsync("loans?view=grid", TestContext.Current.CancellationToken);
        var probe = await http.GetAsync("health/ready", TestContext.Current.CancellationToken);

        Assert.Equal(new Uri(App.Url, "loans?view=grid"), page.Headers.Location);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
    }

    [Fact]
    public async Task Styles_are_published_with_a_fingerprint_to_keep_and_compressed()
    {
        await using var context = await browser.AnonymousAsync(at: App);
        var page = await context.NewPageAsync();
        var styles = page.WaitForResponseAsync(response => response.Url.Contains("/css/tokens.", StringComparison.Ordinal));
        await page.GotoAsync("/sign-in");

        var response = await styles;

        Assert.Equal(200, response.Status);
        Assert.Matches(@"/css/tokens\.\w{10}\.css$", response.Url);
        Assert.Contains("immutable", await response.HeaderValueAsync("cache-control"), StringComparison.Ordinal);
        Assert.Equal("br", await response.HeaderValueAsync("content-encoding"));
    }
}
