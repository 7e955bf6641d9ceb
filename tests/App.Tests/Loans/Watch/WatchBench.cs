using CrmStudio.App.Loans.Watch;
using CrmStudio.App.Loans.Watch.Queries;
using CrmStudio.App.Loans.Watch.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Platform.Mail;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Watch;

/// <summary>A lender with a letterhead, a sheet and a funded loan whose borrower would gain; mails end here.</summary>
internal sealed class WatchBench : IMailer
{
    private WatchBench(CrmFixture fixture, TestOrganization organization) => (Fixture, Organization) = (fixture, organization);

    public CrmFixture Fixture { get; }

    public TestOrganization Organization { get; }

    public TestMember Officer { get; private set; } = default!;

    public TestMember Admin { get; private set; } = default!;

    public Guid Team { get; private set; }

    public Guid LoanId { get; private set; }

    public Guid BorrowerId { get; private set; }

    public List<Mail> Mails { get; } = [];

    public Action Answer { get; set; } = () => { };

    public string Destination => "smtp.test:25";

    public static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).Date);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<WatchBench> OpenAsync(decimal market = 6.0m, bool hasLetterhead = true)
    {
        var fixture = await CrmFixture.SharedAsync();
        var bench = new WatchBench(fixture, await TestOrganization.CreateAsync(fixture, "Harborline Lending"));
        bench.Team = await bench.Organization.TeamAsync("Harbor Point");
        bench.Officer = await bench.Organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", bench.Team);
        bench.Admin = await bench.Organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        (bench.LoanId, bench.BorrowerId) = await bench.FundedAsync("Marisol Whitlock", "marisol@example.com", 7.5m);
        await bench.Organization.SaveAsync(async unit =>
        {
            (await unit.Db.Members.SingleAsync(member => member.Id == bench.Officer.Id, Ct)).NmlsId = "9942007";
            if (!hasLetterhead) return true;
            var head = new Letterhead(bench.Organization.Id);
            Assert.True(head.Write(new("Harborline Lending, LLC", "1482207", "14 Quay Street", "Portland, ME 04101", null, null, "#0f6b4f", null)).IsDone);
            unit.Db.Letterheads.Add(head);
            return true;
        });
        await bench.RatesAsync(market);
        return bench;
    }

    /// <summary>A conventional loan of 360,000 that funded two years ago, worth 450,000.</summary>
    public async Task<(Guid LoanId, Guid ContactId)> FundedAsync(string borrower, string? email, decimal rate, TestMember? officer = null)
    {
        var names = borrower.Split(' ', 2);
        var contact = new Contact(names[0], names[1]);
        Assert.True(contact.ReachBy(email, null).IsDone);
        await Organization.SaveAsync(unit => unit.Db.Contacts.Add(contact));
        var loan = await Organization.LoanAsync(Milestone.Completion, officer ?? Officer, borrower, with: l =>
        {
            l.SetTerms(l.Terms() with { Amount = 360_000, PurchasePrice = 450_000, AppraisedValue = 450_000, MortgageType = MortgageType.Conventional, Occupancy = Occupancy.PrimaryResidence, NoteRate = rate, TermMonths = 360 });
            l.Reach(Milestone.Funding, Today.AddMonths(-26));
            l.AddParty(contact.Id, borrower, LoanPartyRole.Borrower);
        });
        await Organization.SaveAsync(unit =>
        {
            var facts = new LoanQualification(loan);
            facts.Write(new Worksheet(new LoanTerms(null, null, null, null, null, null, null, null, null, null), new HousingCosts(), new ClosingFacts(FirstPaymentOn: new DateOnly(Today.Year, Today.Month, 1).AddMonths(-23)), [], [], []));
            unit.Db.LoanQualifications.Add(facts);
        });
        return (loan, contact.Id);
    }

    public Task RatesAsync(decimal rate, int daysOld = 0) => RunAsync<EnterMarketRates, bool>(Admin, async enter =>
    {
        var outcome = await enter.RunAsync([new(MortgageType.Conventional, false, 360, rate, 0, Today.AddDays(-daysOld))], Ct);
        Assert.True(outcome.IsDone, outcome.Refusal?.Message);
        return true;
    });

    public Task<Outcome<int>> CompareAsync(TestMember? by = null) => RunAsync<WatchPastLoans, Outcome<int>>(by ?? Admin, watch => watch.RunAsync(new(IsNightly: false), Ct));

    /// <summary>Lets the nightly job look at an hour counted from the beginning of today.</summary>
    /// <returns>How many loans it compared.</returns>
    public async Task<int> NightlyAsync(int hour)
    {
        await using var scope = Fixture.AsSystem(Organization);
        var services = scope.ServiceProvider;
        var me = services.GetRequiredService<CurrentMember>();
        var work = new CrmWork(services.GetRequiredService<IDbContextFactory<CrmDbContext>>(), me, services.GetRequiredService<KeptReads>(), new FixedClock(me.StartOf(Today).AddHours(hour)));
        return (await new WatchPastLoans(work, me, services.GetRequiredService<WatchDesk>()).RunAsync(new(IsNightly: true), Ct)).Value;
    }

    public Task<Outcome<Changed>> SaysAsync(bool isGiven, Guid? contact = null, Guid? loan = null, TestMember? by = null, TimeSpan? ago = null) => RunAsync<RecordConsent, Outcome<Changed>>(by ?? Officer, record => record.RunAsync(new(
        loan ?? LoanId, contact ?? BorrowerId, new(ConsentChannel.Email, ConsentPurpose.Marketing, isGiven, TimeProvider.System.GetUtcNow() - (ago ?? TimeSpan.FromMinutes(1)), ConsentMethod.Spoken, "May I write to you about offers?", "Call of today")), Ct));

    public Task<Outcome<PastLoans>> ListAsync(TestMember by, PastView? view = null, PastLoanRow? after = null, PastLoanRow? before = null) => RunAsync<PastLoansQuery, Outcome<PastLoans>>(by, query => query.ReadAsync(new(view ?? new(PastWho.All), after, before), Ct));

    public async Task<PastLoan> LoanAsync(TestMember? by = null, Guid? loan = null) => (await RunAsync<PastLoanQuery, Outcome<PastLoan>>(by ?? Officer, query => query.ReadAsync(loan ?? LoanId, Ct))).Value!;

    public Task<List<WatchMessage>> MessagesAsync() => Organization.SaveAsync(unit => unit.Db.WatchMessages.AsNoTracking().OrderBy(message => message.CreatedAt).ToListAsync(Ct));

    public Task<Outcome<Changed>> ReviewAsync(WatchMessage message, string? text = null, TestMember? by = null) =>
        RunAsync<ReviewWatchMessage, Outcome<Changed>>(by ?? Officer, review => review.RunAsync(new(message.Id, message.Subject, text ?? message.Text), Ct));

    /// <summary>Lets the wait pass and sends what is due, as the job does.</summary>
    public async Task SendAsync()
    {
        await Organization.SaveAsync(async unit => await unit.Db.WatchMessages.Where(message => message.State == UpdateState.Waiting).ExecuteUpdateAsync(set => set.SetProperty(message => message.DueAt, message => message.DueAt - TimeSpan.FromMinutes(5)), Ct));
        await using var scope = Fixture.AsSystem(Organization);
        var services = scope.ServiceProvider;
        await new SendDueWatchMessages(services.GetRequiredService<CrmWork>(), services.GetRequiredService<CurrentMember>(), services.GetRequiredService<WatchDesk>(), this).RunAsync(Ct);
    }

    public Task DeliverAsync(Mail mail, CancellationToken ct)
    {
        Answer();
        Mails.Add(mail);
        return Task.CompletedTask;
    }

    public async Task<T> RunAsync<TVerb, T>(TestMember member, Func<TVerb, Task<T>> run)
        where TVerb : notnull
    {
        await using var scope = await Fixture.AsAsync(member);
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
