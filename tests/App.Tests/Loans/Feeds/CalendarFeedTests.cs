using System.Net;
using System.Net.Http.Headers;
using CrmStudio.App.Hosting;
using CrmStudio.App.Loans.Feeds.Queries;
using CrmStudio.App.Loans.Feeds.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.App.Tests.Access.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Feeds;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using CrmStudio.Testing.Calendars;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrmStudio.App.Tests.Loans.Feeds;

/// <summary>The feed as a calendar meets it: over HTTP, with nothing but its address.</summary>
public sealed class CalendarFeedTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).Date);

    [Fact]
    public async Task Who_may_see_no_loans_makes_no_feed_and_nobody_touches_anothers()
    {
        var (_, organization, app) = await StartAsync();
        await using var _ = app;
        var (rep, ana, marc) = (await organization.MemberAsync(BuiltInRole.SalesRep), await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"), await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois"));
        await MakeAsync(app, ana);
        var feed = (await FeedsAsync(organization)).Single().Id;

        Assert.Equal(Refusal.NotAllowed, (await AsAsync<MakeCalendarFeed, Outcome<Uri>>(app, rep, make => make.RunAsync(new(Content()), Ct))).Refusal);
        Assert.Equal(Refusal.NotFound, (await AsAsync<RenewCalendarFeed, Outcome<Uri>>(app, marc, renew => renew.RunAsync(new(feed), Ct))).Refusal);
        Assert.Equal(Refusal.NotFound, (await AsAsync<RevokeCalendarFeed, Outcome<Changed>>(app, marc, revoke => revoke.RunAsync(new(feed), Ct))).Refusal);
        Assert.Equal(Refusal.NotFound, (await AsAsync<ChangeCalendarFeed, Outcome<Changed>>(app, marc, change => change.RunAsync(new(feed, Content(isPrivate: true)), Ct))).Refusal);
        Assert.Empty((await AsAsync<CalendarFeedsQuery, Outcome<IReadOnlyList<FeedLine>>>(app, marc, query => query.ReadAsync(Ct))).Value!);
    }

    [Fact]
    public async Task An_address_that_is_wrong_renewed_revoked_or_of_a_disabled_member_answers_as_if_it_had_never_been()
    {
        var (_, organization, app) = await StartAsync();
        await using var _ = app;
        var other = await TestOrganization.CreateAsync(await CrmFixture.SharedAsync());
        TestMember ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"), marc = await organization.MemberAsync(BuiltInRole.LoanOfficer), rita = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var (renewed, revoked, disabled, demoted) = (await MakeAsync(app, ana), await MakeAsync(app, ana, Content("Second")), await MakeAsync(app, marc), await MakeAsync(app, rita));
        foreach (var good in new[] { renewed, revoked, disabled, demoted }) Assert.Equal(HttpStatusCode.OK, (await GetAsync(app, good)).StatusCode);

        var feeds = await FeedsAsync(organization);
        await AsAsync<RenewCalendarFeed, Outcome<Uri>>(app, ana, renew => renew.RunAsync(new(feeds.Single(feed => feed.Name == "My phone" && feed.MemberId == ana.Id).Id), Ct));
        await AsAsync<RevokeCalendarFeed, Outcome<Changed>>(app, ana, revoke => revoke.RunAsync(new(feeds.Single(feed => feed.Name == "Second").Id), Ct));
        await organization.SaveAsync(async unit => (await unit.Db.Members.SingleAsync(member => member.Id == marc.Id, Ct)).Disable(by: Guid.Empty));
        await organization.SaveAsync(async unit =>
        {
            var (held, role) = (await unit.Db.MemberRoles.SingleAsync(one => one.MemberId == rita.Id, Ct), await unit.Db.Roles.SingleAsync(one => one.BuiltIn == BuiltInRole.SalesRep, Ct));
            unit.Db.MemberRoles.Remove(held);
            unit.Db.MemberRoles.Add(new MemberRole(rita.Id, role.Id));
            (await unit.Db.Members.SingleAsync(member => member.Id == rita.Id, Ct)).AccessChanged();
            return true;
        });

        var secret = renewed.AbsolutePath.Split('.')[1];
        Uri[] wrong = [renewed, revoked, disabled, demoted, .. new[] { "x", "x.y", $"{organization.Id:n}.wrong", $"{other.Id:n}.{secret}", $"{Guid.NewGuid():n}.{secret}", $"{organization.Id:n}.", new string('a', 3_000) }.Select(token => new Uri(app.Url, $"/calendar/{token}.ics"))];
        var answers = new HashSet<(HttpStatusCode, string, string?)>();
        foreach (var address in wrong)
        {
            using var answer = await GetAsync(app, address);
            answers.Add((answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct), answer.Headers.ETag?.Tag));
        }
        Assert.Equal((HttpStatusCode.NotFound, "There is no calendar at this address.", null), Assert.Single(answers));
    }

    [Fact]
    public async Task A_feed_shows_what_its_member_may_see_now_and_no_more()
    {
        var (_, organization, app) = await StartAsync();
        await using var _ = app;
        var team = await organization.TeamAsync("Harbor Point");
        TestMember ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", team), ben = await organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow", team), marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        var mine = await organization.LoanAsync(Milestone.Processing, ana, "Marisol Whitlock", with: Closing(12, lockDays: 9));
        await organization.LoanAsync(Milestone.Processing, marc, "Somebody Else", with: Closing(5, lockDays: 30));
        var (hers, his) = (await MakeAsync(app, ana), await MakeAsync(app, ben));

        var seen = await ReadAsync(app, hers);
        Assert.Equal([("Lock runs out: Marisol Whitlock", Today.AddDays(9)), ("Closing: Marisol Whitlock", Today.AddDays(12))], seen.Select(one => (one.Summary, one.Starts)));
        Assert.Equal([$"lockexpiry-{mine:n}@crmstudio", $"closing-{mine:n}@crmstudio"], seen.Select(one => one.Uid));
        Assert.Contains("$409,600", seen[1].Description, StringComparison.Ordinal);
        Assert.Contains("Does not fit: the lock runs out before", seen[1].Description, StringComparison.Ordinal);

        var assistants = await GetAsync(app, his);
        var text = await assistants.Content.ReadAsStringAsync(Ct);
        Assert.Contains("Marisol Whitlock", text, StringComparison.Ordinal);
        Assert.DoesNotContain("409", text.Replace($"{mine:n}", "", StringComparison.Ordinal).Replace($"{mine}", "", StringComparison.Ordinal), StringComparison.Ordinal);

        // The loan goes to somebody else: it leaves her calendar with the next look.
        await organization.SaveAsync(async unit =>
        {
            (await unit.Db.Loans.SingleAsync(loan => loan.Id == mine, Ct)).AssignTo(marc.Id);
            return true;
        });
        Assert.Empty(await ReadAsync(app, hers));
    }

    [Fact]
    public async Task A_private_feed_names_no_borrower_and_no_amount()
    {
        var (_, organization, app) = await StartAsync();
        await using var _ = app;
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        await organization.LoanAsync(Milestone.Processing, ana, "Marisol Whitlock", with: Closing(12, lockDays: 9));

        var text = await (await GetAsync(app, await MakeAsync(app, ana, Content(isPrivate: true)))).Content.ReadAsStringAsync(Ct);

        Assert.Contains("SUMMARY:Closing (T-0001)", text, StringComparison.Ordinal);
        foreach (var hidden in new[] { "Marisol", "Whitlock", "409,600", "Alder", "Reyes", "Conv 30" }) Assert.DoesNotContain(hidden, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_feed_shows_only_the_kinds_that_were_chosen()
    {
        var (_, organization, app) = await StartAsync();
        await using var _ = app;
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        await organization.LoanAsync(Milestone.Processing, ana, with: Closing(12, lockDays: 9, isApplied: true));

        Assert.Equal(["Closing Disclosure e-mailed or mailed by", "Closing Disclosure received by", "Lock runs out", "Closing"], (await ReadAsync(app, await MakeAsync(app, ana))).OrderBy(one => one.Starts).Select(one => one.Summary.Split(':')[0]).OrderBy(KindOrder));
        Assert.Equal(["Closing"], (await ReadAsync(app, await MakeAsync(app, ana, Content("Closings") with { HasLocks = false, HasDisclosures = false }))).Select(one => one.Summary.Split(':')[0]));
        Assert.Equal(2, (await ReadAsync(app, await MakeAsync(app, ana, Content("CD") with { HasLocks = false, HasClosings = false }))).Count);

        static int KindOrder(string kind) => Array.IndexOf(["Closing Disclosure e-mailed or mailed by", "Closing Disclosure received by", "Lock runs out", "Closing"], kind);
    }

    [Fact]
    public async Task Who_has_these_bytes_already_is_told_so_and_nothing_on_the_way_keeps_them()
    {
        var (_, organization, app) = await StartAsync();
        await using var _ = app;
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var loan = await organization.LoanAsync(Milestone.Processing, ana, with: Closing(12, lockDays: 20));
        var address = await MakeAsync(app, ana);

        using var first = await GetAsync(app, address);
        Assert.Equal(("text/calendar", "utf-8"), (first.Content.Headers.ContentType!.MediaType, first.Content.Headers.ContentType.CharSet));
        Assert.True(first.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", Assert.Single(first.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("noindex", Assert.Single(first.Headers.GetValues("X-Robots-Tag")));
        using var again = await GetAsync(app, address, first.Headers.ETag);
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync(Ct)).Length));

        var before = CalendarReader.Read(await first.Content.ReadAsByteArrayAsync(Ct)).Single(one => one.Summary.StartsWith("Closing", StringComparison.Ordinal));
        await organization.SaveAsync(async unit =>
        {
            (await unit.Db.Loans.SingleAsync(one => one.Id == loan, Ct)).CloseOn(Today.AddDays(13));
            return true;
        });
        using var moved = await GetAsync(app, address, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        var after = CalendarReader.Read(await moved.Content.ReadAsByteArrayAsync(Ct)).Single(one => one.Summary.StartsWith("Closing", StringComparison.Ordinal));
        Assert.Equal((before.Uid, Today.AddDays(13)), (after.Uid, after.Starts));
        Assert.True(after.Sequence >= before.Sequence && after.LastModified >= before.LastModified);
    }

    [Fact]
    public async Task One_address_asks_only_so_often()
    {
        var (_, _, app) = await StartAsync(feedsPerMinute: 3);
        await using var _ = app;

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++) answers.Add((await GetAsync(app, new Uri(app.Url, "/calendar/x.ics"))).StatusCode);

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task Only_the_hash_of_a_secret_is_kept_and_a_sixth_feed_is_refused()
    {
        var (_, organization, app) = await StartAsync();
        await using var _ = app;
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var secret = (await MakeAsync(app, ana)).AbsolutePath.Split('.')[1];
        for (var i = 1; i < CalendarFeed.Most; i++) await MakeAsync(app, ana, Content($"Feed {i}"));

        Assert.Equal(FeedRefusals.TooMany, (await AsAsync<MakeCalendarFeed, Outcome<Uri>>(app, ana, make => make.RunAsync(new(Content("Sixth")), Ct))).Refusal);
        Assert.Equal(FeedRefusals.Empty, new CalendarFeed(ana.Id).Set(new("None", false, false, false, false)).Refusal);
        var kept = await organization.SaveAsync(unit => unit.Db.CalendarFeeds.AsNoTracking().FirstAsync(feed => feed.SecretHash == CalendarFeed.HashOf(secret), Ct));
        Assert.Equal(64, kept.SecretHash.Length);
        var trail = await organization.SaveAsync(unit => unit.Db.AuditEntries.Where(entry => entry.EntityId == kept.Id).Select(entry => entry.After).ToListAsync(Ct));
        Assert.All(trail, after => Assert.DoesNotContain(kept.SecretHash, after ?? "", StringComparison.Ordinal));
    }

    private static Action<Loan> Closing(int days, int lockDays, bool isApplied = false) => loan =>
    {
        loan.CloseOn(Today.AddDays(days));
        loan.Lock(Today.AddDays(-5), Today.AddDays(lockDays));
        if (isApplied) foreach (var piece in Enum.GetValues<ApplicationPiece>()) loan.Receive(piece, TimeProvider.System.GetUtcNow().AddDays(-10), Guid.Empty, TimeProvider.System.GetUtcNow(), at => DateOnly.FromDateTime(at.UtcDateTime));
    };

    private static FeedContent Content(string name = "My phone", bool isPrivate = false) => new(name, isPrivate, true, true, true);

    private static async Task<Uri> MakeAsync(AccessApp app, TestMember member, FeedContent? content = null)
    {
        var made = await AsAsync<MakeCalendarFeed, Outcome<Uri>>(app, member, make => make.RunAsync(new(content ?? Content()), Ct));
        Assert.True(made.IsDone, made.Refusal?.Message);
        return made.Value;
    }

    private static async Task<HttpResponseMessage> GetAsync(AccessApp app, Uri address, EntityTagHeaderValue? known = null)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Url, address.AbsolutePath));
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return await client.SendAsync(request, Ct);
    }

    private static async Task<IReadOnlyList<ReadEvent>> ReadAsync(AccessApp app, Uri address)
    {
        using var answer = await GetAsync(app, address);
        return CalendarReader.Read(await answer.Content.ReadAsByteArrayAsync(Ct));
    }

    private static Task<List<CalendarFeed>> FeedsAsync(TestOrganization organization) => organization.SaveAsync(unit => unit.Db.CalendarFeeds.AsNoTracking().ToListAsync(Ct));

    private static async Task<T> AsAsync<TVerb, T>(AccessApp app, TestMember member, Func<TVerb, Task<T>> run)
        where TVerb : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        var authority = await scope.ServiceProvider.GetRequiredService<Infrastructure.Access.AuthorityReader>().IdentifyAsync(member.OrgId, member.Id, null, Ct);
        scope.ServiceProvider.GetRequiredService<CurrentMember>().Become(authority!, null);
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }

    private static async Task<(CrmFixture, TestOrganization, AccessApp)> StartAsync(int feedsPerMinute = 10_000)
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture), await AccessApp.StartAsync(fixture, with: services => services.Replace(ServiceDescriptor.Singleton(new SecurityLimits { FeedsPerMinute = feedsPerMinute }))));
    }
}
