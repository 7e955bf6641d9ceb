using CrmStudio.App.Loans.Locks.UseCases;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Locks;

public sealed class LockAlertTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_may_not_run_the_jobs_of_the_organization()
    {
        var books = await LockBooks.OpenAsync();

        Assert.Equal(Refusal.NotAllowed, (await books.AsAsync<AlertExpiringLocks, Outcome<int>>(books.Ana, alert => alert.RunAsync(Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await books.AsAsync<ExpireLocks, Outcome<int>>(books.Ben, expire => expire.RunAsync(Ct))).Refusal);
    }

    [Fact]
    public async Task Officer_and_processor_are_told_once_though_two_nodes_look_at_the_same_time()
    {
        var books = await LockBooks.OpenAsync(Ending(5));

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AlertAsync(books)));
        sent = [.. sent, await AlertAsync(books)];

        Assert.Equal(1, sent.Sum());
        Assert.Equal(["Marisol Whitlock: the rate lock runs out in 5 days"], await books.ToldAsync(books.Ana));
        Assert.Equal(["Marisol Whitlock: the rate lock runs out in 5 days"], await books.ToldAsync(books.Ben));
        Assert.Empty(await books.ToldAsync(books.Ruth));
        Assert.StartsWith("The rate lock runs out in 5 days, on ", Assert.Single(await books.TimelineAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_extension_begins_the_ladder_anew_for_its_own_last_day()
    {
        var books = await LockBooks.OpenAsync(Ending(3));
        Assert.Equal(1, await AlertAsync(books));

        await books.ExtendAsync(days: 3, points: 0.06m);   // six days left, but the step of seven lay behind when that was set
        Assert.Equal(0, await AlertAsync(books));
        await books.Organization.SaveAsync(unit => unit.Db.RateLocks.ExecuteUpdateAsync(set => set.SetProperty(one => one.ExpirySetOn, LockBooks.Today.AddDays(-5)), Ct));
        Assert.Equal(1, await AlertAsync(books));
    }

    [Fact]
    public async Task Funded_ended_and_floating_loans_alarm_nobody()
    {
        var books = await LockBooks.OpenAsync();
        await books.Organization.LoanAsync(Milestone.Funding, books.Ana, "Funded", with: loan =>
        {
            Ending(1)(loan);
            loan.Reach(Milestone.Funding, LockBooks.Today);
        });
        await books.Organization.LoanAsync(Milestone.Processing, books.Ana, "Far", with: Ending(16));

        Assert.Equal(0, await AlertAsync(books));
        Assert.Equal(0, await books.RunAsync<ExpireLocks>(expire => expire.RunAsync(Ct)));
    }

    [Fact]
    public async Task A_lock_runs_out_the_day_after_its_last_one_and_says_so_once()
    {
        var (last, over) = (await LockBooks.OpenAsync(Ending(0)), await LockBooks.OpenAsync(Ending(-1)));

        Assert.Equal(0, await last.RunAsync<ExpireLocks>(expire => expire.RunAsync(Ct)));
        Assert.Equal(1, await over.RunAsync<ExpireLocks>(expire => expire.RunAsync(Ct)));
        Assert.Equal(0, await over.RunAsync<ExpireLocks>(expire => expire.RunAsync(Ct)));

        Assert.Equal((LockStatus.Locked, LockStatus.Expired), ((await last.LoanAsync()).LockStatus, (await over.LoanAsync()).LockStatus));
        Assert.Equal([$"Marisol Whitlock: the rate lock ran out on {LockBooks.Today.AddDays(-1):MMM d}"], await over.ToldAsync(over.Ana));
        Assert.Equal(0, await AlertAsync(over));
    }

    [Fact]
    public async Task The_day_is_that_of_the_organization()
    {
        // An hour before midnight in New York it is tomorrow in Greenwich: the lock still has its last day.
        var books = await LockBooks.OpenAsync();
        await using var scope = books.Fixture.Services.CreateAsyncScope();
        var me = scope.ServiceProvider.GetRequiredService<CurrentMember>();
        me.BecomeSystem(books.Organization.Id, books.Organization.Name, "Pacific/Kiritimati");
        var there = me.DayOf(TimeProvider.System.GetUtcNow());
        await books.Organization.SaveAsync(async unit => (await unit.Db.Loans.SingleAsync(loan => loan.Id == books.LoanId, Ct)).Lock(there.AddDays(-30), there.AddDays(-1)));

        var outcome = await scope.ServiceProvider.GetRequiredService<ExpireLocks>().RunAsync(Ct);

        Assert.Equal(1, outcome.Value);
    }

    private static Action<Loan> Ending(int days) => loan => loan.Lock(LockBooks.Today.AddDays(-40), LockBooks.Today.AddDays(days));

    private static Task<int> AlertAsync(LockBooks books) => books.RunAsync<AlertExpiringLocks>(alert => alert.RunAsync(Ct));
}
