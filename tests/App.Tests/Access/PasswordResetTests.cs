using System.Net;
using CrmStudio.App.Tests.Access.Harness;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Mail;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Access;

public sealed class PasswordResetTests
{
    private const string NewPassword = "slate heron nine boats";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asking_for_a_link_answers_the_same_for_strangers_and_mails_them_nothing()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var ana = await Person.AloneAsync(fixture, isDemo: true);
        using var browser = app.Browser();

        var stranger = await browser.SubmitAsync("/sign-in/forgot", "forgot", ("Email", "nobody@example.com"));
        var known = await browser.SubmitAsync("/sign-in/forgot", "forgot", ("Email", ana.Email));

        Assert.Equal(stranger.Shape, known.Shape);
        await app.MailToAsync(ana.Email, "new CrmStudio password", Ct);
        Assert.Single(app.Mails.Latest());
    }

    [Fact]
    public async Task A_link_sets_a_password_once_ends_every_session_and_wakes_a_resting_account()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var ana = await Person.AloneAsync(fixture, isDemo: true);
        using var signedIn = app.Browser();
        await signedIn.SignInAsync(ana.Email, Person.Password);
        await using (var scope = app.Services.CreateAsyncScope())
            for (var i = 0; i < SignInAttempts.Allowed; i++) await scope.ServiceProvider.GetRequiredService<SignInAttempts>().TakeAsync(ana.Member.UserId, Ct);
        using var browser = app.Browser();
        var link = await LinkAsync(app, browser, ana);

        Assert.Contains("at least 12", (await browser.SubmitAsync(link, "reset", ("Password", "short"))).Alert, StringComparison.Ordinal);
        Assert.Equal("/sign-in?reset=1", (await browser.SubmitAsync(link, "reset", ("Password", NewPassword))).Location);
        Assert.StartsWith("This link is not valid any more", (await browser.SubmitAsync(link, "reset", ("Password", "another nine boats here"))).Alert, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await signedIn.GetAsync("/account")).StatusCode);
        Assert.Equal("/", (await browser.SignInAsync(ana.Email, NewPassword)).Location);
    }

    [Fact]
    public async Task A_link_made_for_one_person_does_not_open_the_account_of_another()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var (ana, marc) = (await Person.AloneAsync(fixture, isDemo: true), await Person.AloneAsync(fixture, isDemo: true));
        using var browser = app.Browser();
        var link = await LinkAsync(app, browser, ana);

        var crossed = link.Replace(ana.Member.UserId.ToString("n"), marc.Member.UserId.ToString("n"), StringComparison.Ordinal);

        Assert.StartsWith("This link is not valid any more", (await browser.SubmitAsync(crossed, "reset", ("Password", NewPassword))).Alert, StringComparison.Ordinal);
        Assert.StartsWith("This link is not valid any more", (await browser.SubmitAsync("/sign-in/reset?key=x.%00", "reset", ("Password", NewPassword))).Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_start_with_the_public_address_whatever_host_the_request_names()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var ana = await Person.AloneAsync(fixture, isDemo: true);
        using var browser = app.Browser();
        var page = await browser.OpenAsync("/sign-in/forgot");
        var token = page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var poisoned = new HttpRequestMessage(HttpMethod.Post, "/sign-in/forgot") { Content = new FormUrlEncodedContent([new("_handler", "forgot"), new("__RequestVerificationToken", token), new("Email", ana.Email)]) };
        poisoned.Headers.Host = "evil.com";
        poisoned.Headers.Add("X-Forwarded-Host", "evil.com");
        await browser.SendAsync(poisoned);

        var mail = await app.MailToAsync(ana.Email, "new CrmStudio password", Ct);
        Assert.DoesNotContain("evil.com", mail.Text, StringComparison.Ordinal);
        Assert.Contains(app.Url.ToString(), mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_gets_three_links_an_hour_whoever_asks()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var (ana, last) = (await Person.AloneAsync(fixture, isDemo: true), await Person.AloneAsync(fixture, isDemo: true));
        using var browser = app.Browser();
        for (var i = 0; i < 6; i++) await browser.SubmitAsync("/sign-in/forgot", "forgot", ("Email", ana.Email));
        await browser.SubmitAsync("/sign-in/forgot", "forgot", ("Email", last.Email));
        await app.MailToAsync(last.Email, "new CrmStudio password", Ct);   // mail leaves in order: what is not there by now was not sent

        Assert.Equal(3, app.Mails.Latest().Count(sunk => sunk.Mail.To == ana.Email));
    }

    [Fact]
    public async Task The_mail_sink_shows_outside_development_only_what_concerns_demonstrations_and_without_them_does_not_exist()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var demo = await AccessApp.StartAsync(fixture, "Staging", settings: Plain);
        await demo.Mails.DeliverAsync(new Mail("ana@example.com", "Of a real lender", "https://secret", isDemo: false), Ct);
        await demo.Mails.DeliverAsync(new Mail("ana@example.com", "Of a demonstration", "text", isDemo: true), Ct);
        using var browser = demo.Browser();

        var shown = await browser.SendAsync(Https("/dev/mail"));
        var text = await shown.Content.ReadAsStringAsync(Ct);
        Assert.Contains("Of a demonstration", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Of a real lender", text, StringComparison.Ordinal);

        await using var real = await AccessApp.StartAsync(fixture, "Staging", isDemo: false, settings: Plain);
        using var other = real.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync(Https("/dev/mail"))).StatusCode);

        static CrmStudio.App.Hosting.Settings.CrmSettings Plain(CrmStudio.App.Hosting.Settings.CrmSettings settings) => settings with { TrustedProxies = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")] };
    }

    private static HttpRequestMessage Https(string url) => new(HttpMethod.Get, url) { Headers = { { "X-Forwarded-Proto", "https" } } };

    private static async Task<string> LinkAsync(AccessApp app, PlainBrowser browser, Person person)
    {
        await browser.SubmitAsync("/sign-in/forgot", "forgot", ("Email", person.Email));
        var mail = await app.MailToAsync(person.Email, "new CrmStudio password", Ct);
        return new Uri(mail.Text.Split('\n').Single(line => line.StartsWith(app.Url.ToString(), StringComparison.Ordinal))).PathAndQuery;
    }
}
