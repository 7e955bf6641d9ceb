using System.Text;
using CrmStudio.App.Loans.Papers.UseCases;
using CrmStudio.App.Tests.Access.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Papers;

/// <summary>What time does to the needs list: documents expire, borrowers are reminded, and uploads that were given up are forgotten.</summary>
public sealed class PaperTendingTests
{
    private static readonly TimeZoneInfo office = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), office).DateTime);

    [Fact]
    public async Task A_viewer_plans_no_reminders_lets_nothing_expire_and_sweeps_nothing()
    {
        var (fixture, organization) = await StartAsync();
        var viewer = await organization.MemberAsync(BuiltInRole.Viewer);
        await using var scope = await fixture.AsAsync(viewer);

        Assert.Equal(Refusal.NotAllowed, (await scope.ServiceProvider.GetRequiredService<PlanReminders>().RunAsync(Ct)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await scope.ServiceProvider.GetRequiredService<ExpireDocuments>().RunAsync(Ct)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await scope.ServiceProvider.GetRequiredService<SweepUploads>().RunAsync(Ct)).Refusal);
    }

    [Fact]
    public async Task Who_was_told_three_days_ago_of_what_is_due_is_reminded_and_nobody_else()
    {
        var (fixture, organization) = await StartAsync();
        var due = await AskedAsync(organization, dueIn: PlanReminders.DaysBefore, toldDaysAgo: PlanReminders.EveryDays + 1);
        var late = await AskedAsync(organization, dueIn: -9, toldDaysAgo: PlanReminders.EveryDays + 1, toldTimes: PlanReminders.Most - 1);
        await AskedAsync(organization, dueIn: PlanReminders.DaysBefore + 1, toldDaysAgo: 9);                     // not near yet
        await AskedAsync(organization, dueIn: 0, toldDaysAgo: PlanReminders.EveryDays - 1);                      // told not long ago
        await AskedAsync(organization, dueIn: 0, toldDaysAgo: 9, toldTimes: PlanReminders.Most);                 // the officer's turn
        await AskedAsync(organization, dueIn: 0, toldDaysAgo: 9, fromBorrower: false);
        await AskedAsync(organization, dueIn: 0, toldDaysAgo: 9, then: request => request.Receive(Guid.Empty, TimeProvider.System.GetUtcNow()));
        await AskedAsync(organization, dueIn: 0, toldDaysAgo: 9, loanWith: loan => loan.Reach(Milestone.Funding, Today));
        await AskedAsync(organization, dueIn: 0, toldDaysAgo: null);                                             // the first mail is no reminder
        await AskedAsync(organization, dueIn: null, toldDaysAgo: 9);                                             // voluntary

        Assert.Equal(2, await RunAsync<PlanReminders>(fixture, organization, plan => plan.RunAsync(Ct)));
        Assert.Equal(0, await RunAsync<PlanReminders>(fixture, organization, plan => plan.RunAsync(Ct)));

        var planned = await organization.SaveAsync(unit => unit.Db.BorrowerNotices.AsNoTracking().Where(notice => notice.IsReminder).Select(notice => notice.LoanId).ToListAsync(Ct));
        Assert.Equal(new[] { due.Loan, late.Loan }.Order(), planned.Order());
    }

    [Fact]
    public async Task A_reminder_leaves_in_waking_hours_with_what_was_asked_and_counts_as_told()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var organization = await TestOrganization.CreateAsync(fixture);
        var email = $"marisol.{organization.Id:n}@example.com";
        var (loan, request) = await AskedAsync(organization, dueIn: 0, toldDaysAgo: 9);
        await organization.SaveAsync(async unit =>
        {
            var contact = new Contact("Marisol", "Whitlock");
            contact.ReachBy(email, null);
            unit.Db.Contacts.Add(contact);
            (await unit.Db.Loans.SingleAsync(one => one.Id == loan, Ct)).AddParty(contact.Id, contact.Name, LoanPartyRole.Borrower);
            return true;
        });

        Assert.Equal(1, await RunAsync<PlanReminders>(app, organization, plan => plan.RunAsync(Ct)));
        var dueAt = await organization.SaveAsync(unit => unit.Db.BorrowerNotices.Where(notice => notice.LoanId == loan).Select(notice => notice.DueAt).SingleAsync(Ct));
        var local = TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(dueAt, office).TimeOfDay);
        Assert.True(local >= QuietHours.From && local < QuietHours.Until, $"{local}");
        if (dueAt > app.Clock.GetUtcNow()) app.Clock.Advance(dueAt - app.Clock.GetUtcNow());
        await RunAsync<SendDueNotices>(app, organization, send => send.RunAsync(Ct));

        var mail = await app.MailToAsync(email, "", Ct);
        Assert.Contains("Pay stubs", mail.Text, StringComparison.Ordinal);
        var (notice, told) = await organization.SaveAsync(async unit => (
            await unit.Db.BorrowerNotices.AsNoTracking().SingleAsync(one => one.LoanId == loan, Ct), await unit.Db.DocumentRequests.Where(one => one.Id == request).Select(one => one.ToldTimes).SingleAsync(Ct)));
        Assert.Equal((NoticeStatus.Sent, true, 2), (notice.Status, notice.IsReminder, told));
    }

    [Fact]
    public async Task What_was_accepted_expires_after_its_last_good_day_and_the_borrower_is_asked_anew()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var past = await AskedAsync(organization, dueIn: 0, toldDaysAgo: 9, officer: ana, then: request => Accept(request, Today.AddDays(-20), Today.AddDays(-1)));
        var today = await AskedAsync(organization, dueIn: 0, toldDaysAgo: 9, then: request => Accept(request, Today.AddDays(-20), Today));
        var forGood = await AskedAsync(organization, dueIn: 0, toldDaysAgo: 9, then: request => Accept(request, Today, null));
        var funded = await AskedAsync(organization, dueIn: 0, toldDaysAgo: 9, loanWith: loan => loan.Reach(Milestone.Funding, Today), then: request => Accept(request, Today.AddDays(-20), Today.AddDays(-1)));

        Assert.Equal(1, await RunAsync<ExpireDocuments>(fixture, organization, expire => expire.RunAsync(Ct)));
        Assert.Equal(0, await RunAsync<ExpireDocuments>(fixture, organization, expire => expire.RunAsync(Ct)));

        var states = await organization.SaveAsync(unit => unit.Db.DocumentRequests.AsNoTracking().ToDictionaryAsync(request => request.Id, request => request.Status, Ct));
        Assert.Equal((DocumentStatus.Expired, DocumentStatus.Accepted, DocumentStatus.Accepted, DocumentStatus.Accepted), (states[past.Request], states[today.Request], states[forGood.Request], states[funded.Request]));
        await using (var scope = fixture.AsSystem(organization)) await scope.ServiceProvider.GetRequiredService<OutboxDispatcher>().DispatchAsync(Ct);
        Assert.True(await organization.SaveAsync(unit => unit.Db.BorrowerNotices.AnyAsync(notice => notice.LoanId == past.Loan && notice.Status == NoticeStatus.Planned, Ct)));
        Assert.Contains("Pay stubs", Assert.Single(await organization.SaveAsync(unit => unit.Db.Notifications.Where(one => one.MemberId == ana.Id).Select(one => one.Text).ToListAsync(Ct))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_given_up_a_day_ago_is_forgotten_with_its_bytes_and_a_younger_one_goes_on()
    {
        var (fixture, organization) = await StartAsync();
        var (_, requestId) = await AskedAsync(organization, dueIn: 0, toldDaysAgo: 1);
        var now = TimeProvider.System.GetUtcNow();
        var old = await BegunAsync(organization, requestId, now - LoanUpload.Lifetime - TimeSpan.FromMinutes(1));
        var young = await BegunAsync(organization, requestId, now - LoanUpload.Lifetime + TimeSpan.FromHours(1));
        await using var scope = fixture.AsSystem(organization);
        var (stage, store) = (scope.ServiceProvider.GetRequiredService<UploadStage>(), scope.ServiceProvider.GetRequiredService<IFileStore>());
        foreach (var upload in (Guid[])[old, young]) await stage.AppendAsync(upload, 0, 100, new MemoryStream("half of a"u8.ToArray()), Ct);
        await store.PutAsync(new FileKey(organization.Id, old), new MemoryStream(Encoding.UTF8.GetBytes("what a crash left")), Ct);

        Assert.Equal(1, (await scope.ServiceProvider.GetRequiredService<SweepUploads>().RunAsync(Ct)).Value);

        Assert.Equal([young], await organization.SaveAsync(unit => unit.Db.LoanUploads.Where(upload => upload.RequestId == requestId).Select(upload => upload.Id).ToListAsync(Ct)));
        Assert.Equal((0L, 9L), (stage.OffsetOf(old), stage.OffsetOf(young)));
        Assert.Null(await store.OpenAsync(new FileKey(organization.Id, old), Ct));
    }

    private static void Accept(DocumentRequest request, DateOnly on, DateOnly? until)
    {
        request.Receive(Guid.Empty, TimeProvider.System.GetUtcNow());
        Assert.True(request.Accept(on, until, Guid.Empty, TimeProvider.System.GetUtcNow()).IsDone);
    }

    private static Task<Guid> BegunAsync(TestOrganization organization, Guid requestId, DateTimeOffset at) => organization.SaveAsync(async unit =>
    {
        var upload = new LoanUpload(await unit.Db.DocumentRequests.SingleAsync(request => request.Id == requestId, Ct), "stub.pdf", 100, "1", null, Guid.Empty, at);
        unit.Db.LoanUploads.Add(upload);
        return upload.Id;
    });

    /// <summary>A loan whose borrower was asked for pay stubs.</summary>
    /// <param name="organization">Whose.</param>
    /// <param name="dueIn">Days until they are due; null for voluntary ones.</param>
    /// <param name="toldDaysAgo">How long ago the borrower was told; null for never.</param>
    /// <param name="toldTimes">How often.</param>
    /// <param name="fromBorrower">Whether the borrower brings them.</param>
    /// <param name="officer">The officer.</param>
    /// <param name="loanWith">What else is so of the loan.</param>
    /// <param name="then">What happened to the request since.</param>
    private static async Task<(Guid Loan, Guid Request)> AskedAsync(
        TestOrganization organization, int? dueIn, int? toldDaysAgo, int toldTimes = 1, bool fromBorrower = true, TestMember? officer = null, Action<Loan>? loanWith = null, Action<DocumentRequest>? then = null)
    {
        var loan = await organization.LoanAsync(Milestone.Processing, officer, with: one =>
        {
            one.SendEstimate(new DateOnly(2026, 1, 5));
            loanWith?.Invoke(one);
        });
        return (loan, await organization.SaveAsync(unit =>
        {
            var need = new DocumentNeed("Pay stubs", null, Verifies: false, IsRequired: dueIn is not null, fromBorrower, dueIn is { } days ? Today.AddDays(days) : null, null);
            var asked = DocumentRequest.Ask(loan, need, estimateSent: true, 1, Guid.Empty, unit.At.AddDays(-30)).Value!;
            asked.ClearEvents();
            for (var time = 0; toldDaysAgo is { } ago && time < toldTimes; time++) asked.Told(unit.At.AddDays(-ago));
            then?.Invoke(asked);
            asked.ClearEvents();
            unit.Db.DocumentRequests.Add(asked);
            return Task.FromResult(asked.Id);
        }));
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static async Task<int> RunAsync<TVerb>(CrmFixture fixture, TestOrganization organization, Func<TVerb, Task<Outcome<int>>> run)
        where TVerb : notnull
    {
        await using var scope = fixture.AsSystem(organization);
        var outcome = await run(scope.ServiceProvider.GetRequiredService<TVerb>());
        Assert.True(outcome.IsDone, outcome.Refusal?.Message);
        return outcome.Value;
    }

    private static async Task<int> RunAsync<TVerb>(AccessApp app, TestOrganization organization, Func<TVerb, Task<Outcome<int>>> run)
        where TVerb : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().BecomeSystem(organization.Id, organization.Name, "America/New_York");
        var outcome = await run(scope.ServiceProvider.GetRequiredService<TVerb>());
        Assert.True(outcome.IsDone, outcome.Refusal?.Message);
        return outcome.Value;
    }
}
