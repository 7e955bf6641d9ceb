using System.Net;
using CrmStudio.App.Access.UseCases;
using CrmStudio.App.Tests.Access.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Access;

public sealed class SessionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_from_before_signing_in_again_is_dead()
    {
        var (fixture, app, ana) = await StartAsync();
        await using var _ = app;
        using var browser = app.Browser();
        await browser.SignInAsync(ana.Email, Person.Password);
        var before = browser.Session;

        await browser.SignInAsync(ana.Email, Person.Password, "/sign-in?ended=1");
        Assert.NotEqual(before, browser.Session);
        Assert.True(await IsInAsync(browser));

        browser.Session = before;
        Assert.False(await IsInAsync(browser));
    }

    [Fact]
    public async Task Nobody_signs_out_by_a_link_or_without_the_token_of_the_page()
    {
        var (fixture, app, ana) = await StartAsync();
        await using var _ = app;
        using var browser = app.Browser();
        await browser.SignInAsync(ana.Email, Person.Password);

        Assert.NotEqual(HttpStatusCode.Redirect, (await browser.GetAsync("/sign-out")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(new(HttpMethod.Post, "/sign-out"))).StatusCode);
        Assert.True(await IsInAsync(browser));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        var (fixture, app, ana) = await StartAsync();
        await using var _ = app;
        using var browser = app.Browser();
        await browser.SignInAsync(ana.Email, Person.Password);
        var kept = browser.Session;
        var page = await browser.OpenAsync("/account");
        var token = page.Page.QuerySelector("form[action='/sign-out'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var left = await browser.SendAsync(new(HttpMethod.Post, "/sign-out") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) });

        Assert.Equal("/sign-in?out=1", left.Headers.Location?.OriginalString);
        browser.Session = kept;
        Assert.False(await IsInAsync(browser));
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var (fixture, app, ana) = await StartAsync();
        await using var _ = app;
        using var browser = app.Browser();
        string[] forms = ["/sign-in", "/sign-in/second-factor", "/sign-in/forgot", "/sign-in/reset?key=x", "/sign-in/organization", "/sign-in/authenticator", "/invitation/x", "/sign-in/passkey-options"];

        foreach (var form in forms)
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(new(HttpMethod.Post, form) { Content = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Form.Email", ana.Email), new("Form.Password", Person.Password)]) })).StatusCode);
        Assert.Null(browser.Session);
    }

    [Fact]
    public async Task One_own_session_is_ended_from_another_browser_and_that_of_a_stranger_is_not_found()
    {
        var (fixture, app, ana) = await StartAsync();
        await using var _ = app;
        var marc = await Person.AloneAsync(fixture, isDemo: true);
        using var phone = app.Browser();
        using var desk = app.Browser();
        using var stranger = app.Browser();
        await phone.SignInAsync(ana.Email, Person.Password);
        await desk.SignInAsync(ana.Email, Person.Password);
        await stranger.SignInAsync(marc.Email, Person.Password);
        var phoneSession = (await desk.OpenAsync("/account")).Page.QuerySelector("button[name=SessionId]")!.GetAttribute("value");

        var refused = await stranger.SubmitAsync("/account", "revoke", ("SessionId", phoneSession));
        Assert.StartsWith("This record does not exist", refused.Alert, StringComparison.Ordinal);
        Assert.True(await IsInAsync(phone));

        await desk.SubmitAsync("/account", "revoke", ("SessionId", phoneSession));
        Assert.True(await IsSoonOutAsync(phone));
        Assert.True(await IsInAsync(desk));
    }

    [Fact]
    public async Task Ending_all_others_leaves_this_one()
    {
        var (fixture, app, ana) = await StartAsync();
        await using var _ = app;
        using var phone = app.Browser();
        using var desk = app.Browser();
        await phone.SignInAsync(ana.Email, Person.Password);
        await desk.SignInAsync(ana.Email, Person.Password);

        await desk.SubmitAsync("/account", "revoke-others");

        Assert.True(await IsSoonOutAsync(phone));
        Assert.True(await IsInAsync(desk));
    }

    [Fact]
    public async Task A_session_ends_after_half_an_hour_without_use_and_after_twelve_hours_in_any_case()
    {
        var (fixture, app, ana) = await StartAsync();
        await using var _ = app;
        using var idle = app.Browser();
        using var busy = app.Browser();
        await idle.SignInAsync(ana.Email, Person.Password);
        await busy.SignInAsync(ana.Email, Person.Password);

        for (var minutes = 0; minutes < 11 * 60 + 40; minutes += 20)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.True(await IsInAsync(busy));
            if (minutes >= 20) Assert.False(await IsInAsync(idle));
        }
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.False(await IsInAsync(busy));
    }

    [Fact]
    public async Task A_disabled_member_is_out_with_the_next_request()
    {
        var (fixture, app, ana) = await StartAsync();
        await using var _ = app;
        var admin = await ana.Organization.MemberAsync(BuiltInRole.Admin);
        using var browser = app.Browser();
        await browser.SignInAsync(ana.Email, Person.Password);

        await using (var scope = await fixture.AsAsync(admin))
            Assert.True((await scope.ServiceProvider.GetRequiredService<DisableMember>().RunAsync(new(ana.Member.Id), Ct)).IsDone);

        Assert.True(await IsSoonOutAsync(browser));
        Assert.StartsWith("Your membership is not active", (await browser.SignInAsync(ana.Email, Person.Password)).Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_the_old_password()
    {
        var (fixture, app, ana) = await StartAsync();
        await using var _ = app;
        using var phone = app.Browser();
        using var desk = app.Browser();
        await phone.SignInAsync(ana.Email, Person.Password);
        await desk.SignInAsync(ana.Email, Person.Password);

        Assert.StartsWith("This is not your present password", (await desk.SubmitAsync("/account", "password", ("Password.Current", "wrong"), ("Password.New", "slate heron nine boats"))).Alert, StringComparison.Ordinal);
        Assert.Contains("among the first", (await desk.SubmitAsync("/account", "password", ("Password.Current", Person.Password), ("Password.New", "password1234"))).Alert, StringComparison.Ordinal);
        Assert.Null((await desk.SubmitAsync("/account", "password", ("Password.Current", Person.Password), ("Password.New", "slate heron nine boats"))).Alert);

        Assert.True(await IsSoonOutAsync(phone));
        Assert.True(await IsInAsync(desk));
        Assert.NotNull((await phone.SignInAsync(ana.Email, Person.Password)).Alert);
        Assert.Equal("/", (await phone.SignInAsync(ana.Email, "slate heron nine boats")).Location);
    }

    [Fact]
    public async Task Ways_to_sign_in_are_changed_shortly_after_signing_in_only()
    {
        var (fixture, app, ana) = await StartAsync();
        await using var _ = app;
        using var browser = app.Browser();
        await browser.SignInAsync(ana.Email, Person.Password);
        var offered = await browser.OpenAsync("/account");
        Assert.NotNull(offered.Page.QuerySelector("svg.qr"));

        app.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Null((await browser.OpenAsync("/account")).Page.QuerySelector("svg.qr"));
        await using var scope = app.Services.CreateAsyncScope();
        var me = scope.ServiceProvider.GetRequiredService<CurrentMember>();
        var session = await scope.ServiceProvider.GetRequiredService<SignInDoor>().Db.Sessions.SingleAsync(s => s.UserId == ana.Member.UserId, Ct);
        me.Become((await scope.ServiceProvider.GetRequiredService<AuthorityReader>().IdentifyAsync(ana.Member.OrgId, ana.Member.Id, session.Id, Ct))!, session.Id);
        Assert.Equal(AccessRefusals.SignInAgain, (await scope.ServiceProvider.GetRequiredService<MakeRecoveryCodes>().RunAsync(Ct)).Refusal);
    }

    [Fact]
    public async Task A_ticket_opens_in_its_own_row_only()
    {
        var (fixture, app, ana) = await StartAsync();
        await using var _ = app;
        var marc = await Person.AloneAsync(fixture, isDemo: true);
        using var mine = app.Browser();
        using var theirs = app.Browser();
        await mine.SignInAsync(ana.Email, Person.Password);
        await theirs.SignInAsync(marc.Email, Person.Password);

        await using var scope = fixture.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SignInDoor>().Db;
        var stolen = await db.Sessions.Where(session => session.UserId == marc.Member.UserId).Select(session => session.Ticket).SingleAsync(Ct);
        await db.Sessions.Where(session => session.UserId == ana.Member.UserId).ExecuteUpdateAsync(set => set.SetProperty(session => session.Ticket, stolen), Ct);

        Assert.False(await IsInAsync(mine));
        Assert.True(await IsInAsync(theirs));
        Assert.DoesNotContain("crm:member", System.Text.Encoding.Latin1.GetString(stolen), StringComparison.Ordinal);
    }

    private static async Task<(CrmFixture, AccessApp, Person)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await AccessApp.StartAsync(fixture), await Person.AloneAsync(fixture, isDemo: true));
    }

    private static async Task<bool> IsInAsync(PlainBrowser browser) => (await browser.GetAsync("/account")).StatusCode == HttpStatusCode.OK;

    // Other sessions hear of their end by notice: within five seconds, on every node.
    private static async Task<bool> IsSoonOutAsync(PlainBrowser browser)
    {
        var promised = TimeProvider.System.GetTimestamp();
        while (await IsInAsync(browser))
            if (TimeProvider.System.GetElapsedTime(promised) > TimeSpan.FromSeconds(5)) return false;
        return true;
    }
}
