using CrmStudio.App.Access.UseCases;
using CrmStudio.App.Tests.Access.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Access;

public sealed class InvitationTests
{
    private const string NewPassword = "slate heron nine boats";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_loan_officer_invites_nobody()
    {
        var (fixture, app, organization, _) = await StartAsync();
        await using var __ = app;
        var officer = await organization.MemberAsync(BuiltInRole.LoanOfficer);

        Assert.Equal(Refusal.NotAllowed, (await InviteAsync(app, officer, "new@example.com", await RoleAsync(organization, BuiltInRole.Viewer))).Refusal);
        Assert.Empty(app.Mails.Latest());
    }

    [Fact]
    public async Task Nobody_invites_into_a_role_above_their_own()
    {
        var (fixture, app, organization, _) = await StartAsync();
        await using var __ = app;
        var recruiter = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        await organization.SaveAsync(async unit =>
        {
            var role = new Role("Recruiter");
            role.Grant(AccessPermissions.InviteMembers, Scope.Organization);
            unit.Db.Roles.Add(role);
            unit.Db.MemberRoles.Add(new MemberRole(recruiter.Id, role.Id));
            (await unit.Db.Members.SingleAsync(member => member.Id == recruiter.Id, Ct)).AccessChanged();
            return true;
        });

        Assert.Equal(AccessRefusals.RoleAboveOwn, (await InviteAsync(app, recruiter, "new@example.com", await RoleAsync(organization, BuiltInRole.Admin))).Refusal);
        Assert.True((await InviteAsync(app, recruiter, "new@example.com", await RoleAsync(organization, BuiltInRole.LoanOfficer))).IsDone);
    }

    [Fact]
    public async Task A_link_joins_once_and_never_again()
    {
        var (fixture, app, organization, admin) = await StartAsync();
        await using var __ = app;
        var link = await LinkAsync(app, organization, admin, "una.first@example.com");
        using var browser = app.Browser();
        using var second = app.Browser();

        Assert.Equal("/", (await JoinAsync(browser, link, NewPassword)).Location);
        Assert.NotNull(browser.Session);
        var again = await JoinAsync(second, link, NewPassword);

        Assert.StartsWith("This invitation link is not valid any more", again.Alert, StringComparison.Ordinal);
        Assert.Null(second.Session);
        Assert.Equal("/", (await second.SignInAsync("una.first@example.com", NewPassword)).Location);
    }

    [Fact]
    public async Task Of_two_who_use_a_link_at_once_one_joins()
    {
        var (fixture, app, organization, admin) = await StartAsync();
        await using var __ = app;
        var link = await LinkAsync(app, organization, admin, "una.twice@example.com");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var browser = app.Browser();
            return await JoinAsync(browser, link, NewPassword);
        }));

        Assert.Single(answers, answer => answer.Location == "/");
        Assert.Equal(1, await organization.SaveAsync(unit => unit.Db.Members.CountAsync(member => member.Email == "una.twice@example.com", Ct)));
    }

    [Fact]
    public async Task A_link_is_dead_after_seven_days()
    {
        var (fixture, app, organization, admin) = await StartAsync();
        await using var __ = app;
        var link = await LinkAsync(app, organization, admin, "una.late@example.com");
        using var browser = app.Browser();

        app.Clock.Advance(Invitation.Lifetime + TimeSpan.FromSeconds(1));

        Assert.StartsWith("This invitation link is not valid any more", (await JoinAsync(browser, link, NewPassword)).Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_with_the_id_of_another_organization_finds_nothing()
    {
        var (fixture, app, organization, admin) = await StartAsync();
        await using var __ = app;
        var other = await TestOrganization.CreateAsync(fixture, "Other Lending");
        var link = await LinkAsync(app, organization, admin, "una.crossed@example.com");
        using var browser = app.Browser();

        var crossed = link.Replace(organization.Id.ToString("n"), other.Id.ToString("n"), StringComparison.Ordinal);
        Assert.NotEqual(link, crossed);

        Assert.StartsWith("This invitation link is not valid any more", (await JoinAsync(browser, crossed, NewPassword)).Alert, StringComparison.Ordinal);
        Assert.Equal(0, await other.SaveAsync(unit => unit.Db.Members.CountAsync(Ct)));
        Assert.Equal("/", (await JoinAsync(browser, link, NewPassword)).Location);
    }

    [Fact]
    public async Task The_page_looks_the_same_whoever_is_invited_and_whatever_the_link_and_opening_it_uses_nothing_up()
    {
        var (fixture, app, organization, admin) = await StartAsync();
        await using var __ = app;
        var known = await Person.AloneAsync(fixture, isDemo: true);
        var (toNew, toKnown) = (await LinkAsync(app, organization, admin, "una.unknown@example.com"), await LinkAsync(app, organization, admin, known.Email));
        using var browser = app.Browser();

        var shapes = new HashSet<string>();
        foreach (var link in new[] { toNew, toKnown, $"/invitation/{Guid.NewGuid():n}.nonsense", "/invitation/nonsense" })
            for (var i = 0; i < 3; i++) shapes.Add((await browser.OpenAsync(link)).Shape);

        Assert.Single(shapes);
        Assert.Equal("/", (await JoinAsync(browser, toNew, NewPassword)).Location);
    }

    [Fact]
    public async Task Inviting_answers_and_mails_the_same_for_somebody_known_elsewhere()
    {
        var (fixture, app, organization, admin) = await StartAsync();
        await using var __ = app;
        var known = await Person.AloneAsync(fixture, isDemo: true);
        var role = await RoleAsync(organization, BuiltInRole.Viewer);

        Assert.Equal(Outcome.Done, await InviteAsync(app, admin, "una.new@example.com", role));
        Assert.Equal(Outcome.Done, await InviteAsync(app, admin, known.Email, role));

        var (first, second) = (await app.MailToAsync("una.new@example.com", "invited", Ct), await app.MailToAsync(known.Email, "invited", Ct));
        Assert.Equal(first.Subject, second.Subject);
        Assert.Equal(WithoutLink(first.Text), WithoutLink(second.Text));

        static string WithoutLink(string text) => string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("http", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Somebody_who_signs_in_elsewhere_joins_with_the_password_they_have_and_chooses_where_to_go()
    {
        var (fixture, app, organization, admin) = await StartAsync();
        await using var __ = app;
        var known = await Person.AloneAsync(fixture, isDemo: true);
        var link = await LinkAsync(app, organization, admin, known.Email);
        using var browser = app.Browser();

        Assert.StartsWith("If you use CrmStudio with this e-mail already", (await JoinAsync(browser, link, NewPassword)).Alert, StringComparison.Ordinal);
        Assert.Equal("/", (await JoinAsync(browser, link, Person.Password)).Location);

        using var later = app.Browser();
        Assert.Equal("/sign-in/organization", (await later.SignInAsync(known.Email, Person.Password)).Location);
        Assert.Null(later.Session);
        Assert.Equal("/sign-in/organization", (await later.SubmitAsync("/sign-in/organization", "organization", ("OrgId", Guid.NewGuid().ToString()))).Location);
        Assert.Equal("/", (await later.SubmitAsync("/sign-in/organization", "organization", ("OrgId", organization.Id.ToString()))).Location);
    }

    [Fact]
    public async Task An_account_that_anybody_can_enter_as_never_joins_a_real_organization()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var demo = await Person.AloneAsync(fixture, isDemo: true);
        var real = await TestOrganization.CreateAsync(fixture, "Real Lending");
        var link = await LinkAsync(app, real, await real.MemberAsync(BuiltInRole.Admin), demo.Email);
        using var browser = app.Browser();

        Assert.StartsWith("This invitation link is not valid any more", (await JoinAsync(browser, link, Person.Password)).Alert, StringComparison.Ordinal);
        Assert.Equal(1, await real.SaveAsync(unit => unit.Db.Members.CountAsync(Ct)));
    }

    [Fact]
    public async Task The_secret_of_a_link_is_nowhere_in_the_database()
    {
        var (fixture, app, organization, admin) = await StartAsync();
        await using var __ = app;
        var link = await LinkAsync(app, organization, admin, "una.secret@example.com");
        var secret = link[(link.IndexOf('.', StringComparison.Ordinal) + 1)..];

        var (hashes, audits) = await organization.SaveAsync(async unit => (
            await unit.Db.Invitations.Select(invitation => invitation.SecretHash).ToListAsync(Ct),
            await unit.Db.AuditEntries.Where(entry => entry.EntityType == "invitations").Select(entry => entry.After!).ToListAsync(Ct)));

        Assert.True(secret.Length >= 43);
        Assert.Equal([Invitation.HashOf(secret)], hashes);
        Assert.DoesNotContain(audits, after => after.Contains(secret, StringComparison.Ordinal) || after.Contains(hashes[0], StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<(CrmFixture, AccessApp, TestOrganization, TestMember)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        var app = await AccessApp.StartAsync(fixture);
        var organization = await TestOrganization.CreateAsync(fixture);
        await organization.MakeDemoAsync(fixture);
        return (fixture, app, organization, await organization.MemberAsync(BuiltInRole.Admin));
    }

    private static Task<Guid> RoleAsync(TestOrganization organization, BuiltInRole role) =>
        organization.SaveAsync(unit => unit.Db.Roles.Where(r => r.BuiltIn == role).Select(r => r.Id).SingleAsync(Ct));

    private static async Task<Outcome> InviteAsync(AccessApp app, TestMember by, string email, Guid role)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().Become((await scope.ServiceProvider.GetRequiredService<AuthorityReader>().IdentifyAsync(by.OrgId, by.Id, null, Ct))!, null);
        return await scope.ServiceProvider.GetRequiredService<InviteMember>().RunAsync(new(email, role, null), Ct);
    }

    private static async Task<string> LinkAsync(AccessApp app, TestOrganization organization, TestMember admin, string email)
    {
        Assert.True((await InviteAsync(app, admin, email, await RoleAsync(organization, BuiltInRole.LoanOfficer))).IsDone);
        var mail = await app.MailToAsync(email, "invited", Ct);
        return new Uri(mail.Text.Split('\n').Single(line => line.StartsWith(app.Url.ToString(), StringComparison.Ordinal))).PathAndQuery;
    }

    private static Task<Answer> JoinAsync(PlainBrowser browser, string link, string password) =>
        browser.SubmitAsync(link, "join", ("Form.FirstName", "Una"), ("Form.LastName", "Marsh"), ("Form.Password", password));
}
