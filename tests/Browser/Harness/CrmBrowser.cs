using System.Security.Claims;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform;
using CrmStudio.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using Npgsql;

[assembly: AssemblyFixture(typeof(CrmStudio.Browser.Harness.CrmBrowser))]

namespace CrmStudio.Browser.Harness;

/// <summary>One app and one Chromium for all browser tests; each test has an organization, members and browser contexts of its own.</summary>
public sealed class CrmBrowser : IAsyncLifetime
{
    private const string SessionIdClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";
    private const string Installed = "/usr/bin/chromium";
    private const float Patience = 20_000;   // on a machine with two busy cores
    private IPlaywright playwright = default!;
    private IBrowser chromium = default!;
    private ServiceProvider signIn = default!;

    public AppProcess App { get; private set; } = default!;

    public CrmFixture Crm { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        chromium = await LaunchAsync(playwright);
        Crm = await CrmFixture.SharedAsync();
        App = await AppProcess.StartAsync(Crm.Strings);

        // The same sign-in as the app's, on the same key ring: tickets issued here open sessions there.
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(NpgsqlDataSource.Create(Crm.Strings.App));
        services.AddSignIn(null, App.Url, isLocal: true);
        signIn = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        // Also after a start that failed half-way.
        if (App is not null) await App.DisposeAsync();
        if (signIn is not null) await signIn.DisposeAsync();
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A second app process on the same database, for a test that stops it or looks at what it does.</summary>
    /// <param name="appString">Another way to that database, such as a tap.</param>
    public Task<AppProcess> AnotherAppAsync(string? appString = null) => AppProcess.StartAsync(appString is null ? Crm.Strings : Crm.Strings with { App = appString });

    /// <summary>A browser of its own in which the member is signed in.</summary>
    /// <param name="member">Who.</param>
    /// <param name="viewing">How it is looked at.</param>
    /// <param name="at">Another app than the one all tests share.</param>
    public async Task<IBrowserContext> SignedInAsync(TestMember member, Viewing? viewing = null, AppProcess? at = null)
    {
        var context = await AnonymousAsync(viewing, at);
        await context.AddCookiesAsync([new() { Name = "crm-session", Value = await TicketAsync(member), Url = (at ?? App).Url.ToString(), HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);
        return context;
    }

    /// <summary>A browser of its own in which nobody is signed in.</summary>
    /// <param name="viewing">How it is looked at.</param>
    /// <param name="at">Another app than the one all tests share; its certificate is its own.</param>
    public async Task<IBrowserContext> AnonymousAsync(Viewing? viewing = null, AppProcess? at = null)
    {
        viewing ??= new Viewing();
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = (at ?? App).Url.ToString(), IgnoreHTTPSErrors = at is not null, Locale = "en-US", TimezoneId = "America/New_York", HasTouch = viewing.IsPhone,
            ViewportSize = viewing.IsPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
            ColorScheme = viewing.IsDark ? ColorScheme.Dark : ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }

    /// <summary>The distribution's Chromium; where there is none (Ubuntu), the one that Playwright downloads.</summary>
    private static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        try
        {
            return await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = File.Exists(Installed) ? Installed : null,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        catch (PlaywrightException missing) when (missing.Message.StartsWith("Executable doesn't exist", StringComparison.Ordinal))
        {
            // Not with Playwright's own words inside: they name a script that is not here.
            throw new InvalidOperationException($"There is no Chromium, neither {Installed} nor Playwright's own: run scripts/test, which installs one.");
        }
    }

    private async Task<string> TicketAsync(TestMember member)
    {
        await using var scope = signIn.CreateAsyncScope();
        var authority = await scope.ServiceProvider.GetRequiredService<AuthorityReader>().IdentifyAsync(member.OrgId, member.Id, null, CancellationToken.None);
        var ticket = new AuthenticationTicket(SignedIn.Now(authority!, SignInMethod.Password).ToPrincipal(), new AuthenticationProperties(), IdentityConstants.ApplicationScheme);
        var key = await signIn.GetRequiredService<SessionTickets>().StoreAsync(ticket);
        var options = signIn.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var cookie = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionIdClaim, key, ClaimValueTypes.String, options.ClaimsIssuer)], options.ClaimsIssuer));
        return options.TicketDataFormat.Protect(new AuthenticationTicket(cookie, null, IdentityConstants.ApplicationScheme));
    }
}
