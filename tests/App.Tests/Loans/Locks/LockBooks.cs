using CrmStudio.App.Loans.Locks.Queries;
using CrmStudio.App.Loans.Locks.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Locks;

/// <summary>A branch with an officer, a processor and a manager who is the lock desk, and a loan.</summary>
internal sealed class LockBooks
{
    private LockBooks(CrmFixture fixture, TestOrganization organization, TestMember ana, TestMember ben, TestMember ruth, Guid loanId) =>
        (Fixture, Organization, Ana, Ben, Ruth, LoanId) = (fixture, organization, ana, ben, ruth, loanId);

    public CrmFixture Fixture { get; }

    public TestOrganization Organization { get; }

    /// <summary>The loan officer.</summary>
    public TestMember Ana { get; }

    /// <summary>The processor: an assistant, who sees no amounts.</summary>
    public TestMember Ben { get; }

    /// <summary>The manager of the branch.</summary>
    public TestMember Ruth { get; }

    public Guid LoanId { get; }

    public static LockTerms Terms { get; } = new("Conv 30", 6.125m, 0.250m, 30);

    public static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).Date);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<LockBooks> OpenAsync(Action<Loan>? with = null)
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var team = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", team);
        var ben = await organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow", team);
        var ruth = await organization.MemberAsync(BuiltInRole.Manager, "Ruth", "Calloway", team, leads: true);
        var loan = await organization.LoanAsync(Milestone.Processing, ana, with: loan =>
        {
            loan.ProcessBy(ben.Id);
            with?.Invoke(loan);
        });
        return new LockBooks(fixture, organization, ana, ben, ruth, loan);
    }

    public async Task<T> AsAsync<TVerb, T>(TestMember member, Func<TVerb, Task<T>> run)
        where TVerb : notnull
    {
        await using var scope = await Fixture.AsAsync(member);
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }

    public Task<Outcome<Changed>> AskAsync(TestMember? by = null, LockTerms? terms = null, Guid? loan = null) =>
        AsAsync<RequestLock, Outcome<Changed>>(by ?? Ana, ask => ask.RunAsync(new(loan ?? LoanId, terms ?? Terms, "Closing is firm"), Ct));

    public async Task<Outcome<Changed>> LockAsync(TestMember? by = null, LockTerms? terms = null, Guid? lockId = null, DateOnly? on = null)
    {
        var id = lockId ?? (await CurrentAsync())!.Id;
        return await AsAsync<LockRate, Outcome<Changed>>(by ?? Ruth, verb => verb.RunAsync(new(LoanId, id, new(terms ?? Terms, 101.125m, "INV-7"), on ?? Today), Ct));
    }

    public async Task<Outcome<Changed>> ExtendAsync(TestMember? by = null, int days = 7, decimal points = 0.140m, Guid? lockId = null, DateOnly? seenLast = null)
    {
        var id = lockId ?? (await CurrentAsync())?.Id;
        var last = seenLast ?? (await LoanAsync()).LockExpiresOn;
        return await AsAsync<ExtendLock, Outcome<Changed>>(by ?? Ruth, extend => extend.RunAsync(new(LoanId, id, last, days, points, "Title is late"), Ct));
    }

    public Task<Outcome<LoanLock>> ReadAsync(TestMember by) => AsAsync<LoanLockQuery, Outcome<LoanLock>>(by, query => query.ReadAsync(LoanId, Ct));

    public Task<RateLock?> CurrentAsync() => Organization.SaveAsync(unit => unit.Db.RateLocks.AsNoTracking().SingleOrDefaultAsync(one => one.LoanId == LoanId && one.ClosedAt == null, Ct));

    public Task<Loan> LoanAsync() => Organization.SaveAsync(unit => unit.Db.Loans.AsNoTracking().SingleAsync(loan => loan.Id == LoanId, Ct));

    /// <summary>What each member was told, by name, oldest first.</summary>
    public Task<List<string>> ToldAsync(TestMember member) => Organization.SaveAsync(unit => unit.Db.Notifications.Where(one => one.MemberId == member.Id).OrderBy(one => one.At).Select(one => one.Text).ToListAsync(Ct));

    public Task<List<string>> TimelineAsync() => Organization.SaveAsync(unit => unit.Db.Activities.Where(one => one.EntityId == LoanId).OrderBy(one => one.At).ThenBy(one => one.Id).Select(one => one.Text).ToListAsync(Ct));

    public async Task DispatchAsync()
    {
        await using var scope = Fixture.AsSystem(Organization);
        await scope.ServiceProvider.GetRequiredService<OutboxDispatcher>().DispatchAsync(Ct);
    }

    /// <summary>Runs a job's use case as the system.</summary>
    public async Task<int> RunAsync<TVerb>(Func<TVerb, Task<Outcome<int>>> run)
        where TVerb : notnull
    {
        await using var scope = Fixture.AsSystem(Organization);
        var outcome = await run(scope.ServiceProvider.GetRequiredService<TVerb>());
        Assert.True(outcome.IsDone, outcome.Refusal?.Message);
        return outcome.Value;
    }
}
