using System.Net;
using CrmStudio.App.Tests.Access.Harness;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Access;

public sealed class SignInTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_password_an_unknown_email_and_an_account_at_rest_get_the_same_answer()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture, isDemo: false);
        var (ana, resting) = (await Person.AloneAsync(fixture, isDemo: true), await Person.AloneAsync(fixture, isDemo: true));
        await RestAsync(app, resting);
        using var browser = app.Browser();

        var wrong = await browser.SignInAsync(ana.Email, "not the password");
        var unknown = await browser.SignInAsync("nobody.at.all@example.com", "not the password");
        var rests = await browser.SignInAsync(resting.Email, Person.Password);

        Assert.Equal(HttpStatusCode.OK, wrong.Status);
        Assert.StartsWith("E-mail and password do not fit", wrong.Alert, StringComparison.Ordinal);
        Assert.Equal(wrong.Shape, unknown.Shape);
        Assert.Equal(wrong.Shape, rests.Shape);
        Assert.Null(browser.Session);
    }

    [Fact]
    public async Task After_five_wrong_tries_an_account_takes_no_password_for_fifteen_minutes_and_its_owner_is_told()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var ana = await Person.AloneAsync(fixture, isDemo: true);
        using var browser = app.Browser();
        for (var i = 0; i < SignInAttempts.Allowed; i++) await browser.SignInAsync(ana.Email, "not the password");

        Assert.NotNull((await browser.SignInAsync(ana.Email, Person.Password)).Alert);
        await app.MailToAsync(ana.Email, "rests for 15 minutes", Ct);

        app.Clock.Advance(SignInAttempts.RestsFor + TimeSpan.FromSeconds(1));
        Assert.Equal("/", (await browser.SignInAsync(ana.Email, Person.Password)).Location);
    }

    [Fact]
    public async Task Fifty_guesses_at_once_are_still_five()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var ana = await Person.AloneAsync(fixture, isDemo: true);

        var taken = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SignInAttempts>().TakeAsync(ana.Member.UserId, Ct);
        }));

        Assert.Equal([1, 2, 3, 4, 5], taken.OfType<int>().Order());
    }

    [Fact]
    public async Task A_person_of_a_demonstration_signs_in_with_the_password_alone_and_lands_where_they_wanted_to_go()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var ana = await Person.AloneAsync(fixture, isDemo: true);
        using var browser = app.Browser();

        var challenged = await browser.GetAsync("/account");
        Assert.Equal("/sign-in?return=%2Faccount", challenged.Headers.Location?.OriginalString);
        Assert.Equal("/account", (await browser.SignInAsync(ana.Email, Person.Password, "/sign-in?return=%2Faccount")).Location);
        Assert.Equal("Your account", (await browser.OpenAsync("/account")).Heading);
    }

    [Fact]
    public async Task A_member_of_a_real_organization_sets_up_an_authenticator_before_anything_else()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var ana = await Person.AloneAsync(fixture, isDemo: false);
        using var browser = app.Browser();

        Assert.Equal("/sign-in/authenticator", (await browser.SignInAsync(ana.Email, Person.Password)).Location);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);

        var wrong = await browser.SubmitAsync("/sign-in/authenticator", "enroll", ("Form.Code", "000000"));
        Assert.StartsWith("This code does not fit", wrong.Alert, StringComparison.Ordinal);

        var (_, codes) = await EnrollAsync(app, browser);
        Assert.Equal(10, codes.Count);
        Assert.Equal("Your account", (await browser.OpenAsync("/account")).Heading);
    }

    [Fact]
    public async Task A_code_works_once_and_so_does_a_recovery_code()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var ana = await Person.AloneAsync(fixture, isDemo: false);
        using var first = app.Browser();
        await first.SignInAsync(ana.Email, Person.Password);
        var (key, recovery) = await EnrollAsync(app, first);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var code = Totp.CodeAt(key, Totp.StepAt(app.Clock.GetUtcNow()));

        Assert.Equal("/", await SecondAsync(code));
        Assert.Null(await SecondAsync(code));
        Assert.Equal("/", await SecondAsync(recovery[0]));
        Assert.Null(await SecondAsync(recovery[0]));

        async Task<string?> SecondAsync(string typed)
        {
            using var browser = app.Browser();
            Assert.Equal("/sign-in/second-factor", (await browser.SignInAsync(ana.Email, Person.Password)).Location);
            Assert.Null(browser.Session);
            return (await browser.SubmitAsync("/sign-in/second-factor", "code", ("Code", typed))).Location;
        }
    }

    [Fact]
    public async Task A_password_alone_never_replaces_an_authenticator()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var ana = await Person.AloneAsync(fixture, isDemo: false);
        using var first = app.Browser();
        await first.SignInAsync(ana.Email, Person.Password);
        await EnrollAsync(app, first);

        using var thief = app.Browser();
        await thief.SignInAsync(ana.Email, Person.Password);

        var shown = await thief.OpenAsync("/sign-in/authenticator");

        Assert.Equal("/sign-in", shown.Location);
        Assert.Null(shown.Page.QuerySelector("svg.qr"));
    }

    [Fact]
    public async Task The_authenticator_key_is_not_readable_in_the_database()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var ana = await Person.AloneAsync(fixture, isDemo: false);
        using var browser = app.Browser();
        await browser.SignInAsync(ana.Email, Person.Password);
        var (key, recovery) = await EnrollAsync(app, browser);

        await using var scope = fixture.Services.CreateAsyncScope();
        var stored = scope.ServiceProvider.GetRequiredService<SignInDoor>().Db.UserTokens.Where(token => token.UserId == ana.Member.UserId).Select(token => token.Value!).ToList();

        Assert.True(stored.Count >= 3);
        Assert.DoesNotContain(stored, value => value.Contains(key, StringComparison.Ordinal) || value.Contains(recovery[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_many_tries_from_one_address_are_turned_away()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture, with: services => services.AddSingleton(new CrmStudio.App.Hosting.SecurityLimits { TriesPerMinute = 3 }));
        using var browser = app.Browser();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync("nobody@example.com", "x")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.SignInAsync("nobody@example.com", "x")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in")).StatusCode);
    }

    private static async Task RestAsync(AccessApp app, Person person)
    {
        await using var scope = app.Services.CreateAsyncScope();
        for (var i = 0; i < SignInAttempts.Allowed; i++) await scope.ServiceProvider.GetRequiredService<SignInAttempts>().TakeAsync(person.Member.UserId, Ct);
    }

    internal static async Task<(string Key, IReadOnlyList<string> RecoveryCodes)> EnrollAsync(AccessApp app, PlainBrowser browser)
    {
        var page = await browser.OpenAsync("/sign-in/authenticator");
        var key = page.Page.QuerySelector("span.num")!.TextContent;
        var code = Totp.CodeAt(key, Totp.StepAt(app.Clock.GetUtcNow()));
        // The form comes back with the key it showed: the secret of a second visit is another one.
        var done = await browser.SubmitAsync("/sign-in/authenticator", "enroll", ("Form.SealedKey", page.Page.QuerySelector("input[name='Form.SealedKey']")!.GetAttribute("value")), ("Form.Code", code));
        Assert.Equal("Your authenticator is set up", done.Heading);
        return (key, [.. done.Page.QuerySelectorAll(".codes li").Select(item => item.TextContent)]);
    }
}
