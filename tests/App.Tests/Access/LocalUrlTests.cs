using CrmStudio.App.Access;
using CrmStudio.App.Tests.Access.Harness;
using CrmStudio.Testing;

namespace CrmStudio.App.Tests.Access;

public sealed class LocalUrlTests
{
    private static readonly string[] hosts = ["evil.com", "evil.com/", "evil.com:443/x", "user@evil.com", "%65vil.com", "evil。com", "3627734734", "[::1]"];

    /// <summary>Every way we know to make a browser leave, times every host.</summary>
    public static IEnumerable<string> Hostile =>
        from lead in new[]
        {
            "http://", "https://", "HTTPS://", "//", "///", "////", @"\\", @"/\", @"\/", @"/\/", @"\", "http:", "https:/", "http:/", "javascript:alert(1)//", "data:text/html,", "ftp://", "ws://", " //", "\t//", "\n//", "\r\n//",
            "/\t/", "/\n/", "/\r/", "/ /", "\u0000//", "/\u0000/", "\u00a0//", "/\u2028/", "/\u0085/", "/\u007f/", "", "?", "#", "@", ".", "..//", "~//", "/\u3000/",
        }
        from host in hosts
        select lead + host;

    [Fact]
    public void No_address_of_the_corpus_counts_as_local()
    {
        Assert.True(Hostile.Count() >= 200);
        Assert.DoesNotContain(Hostile, LocalUrl.IsLocal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/loans")]
    [InlineData("/loans?stage=closing&sort=-amount#top")]
    [InlineData("/loans/01964f2e-0000-7000-8000-000000000000")]
    [InlineData("/search?q=a%2F%2Fb")]
    public void Pages_of_this_site_do(string url) => Assert.True(LocalUrl.IsLocal(url));

    [Fact]
    public async Task Signing_in_never_leads_off_the_site()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var ana = await Person.AloneAsync(fixture, isDemo: true);

        // Each password costs half a second of hashing: "Resting" and the signed-in redirect take the whole corpus.
        foreach (var hostile in new[] { "//evil.com", @"/\evil.com", "https://evil.com" })
        {
            using var browser = app.Browser();
            Assert.Equal("/", (await browser.SignInAsync(ana.Email, Person.Password, $"/sign-in?return={Uri.EscapeDataString(hostile)}")).Location);
        }

        using var inside = app.Browser();
        await inside.SignInAsync(ana.Email, Person.Password);
        foreach (var hostile in Hostile)
        {
            Assert.Equal("/", (await inside.OpenAsync($"/sign-in?return={Uri.EscapeDataString(hostile)}")).Location);
            Assert.Equal("/", (await inside.OpenAsync($"/resting?return={Uri.EscapeDataString(hostile)}")).Page.QuerySelector("a.btn-primary")!.GetAttribute("href"));
        }
    }
}
