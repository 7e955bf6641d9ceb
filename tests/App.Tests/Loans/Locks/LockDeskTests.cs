using CrmStudio.App.Loans.Locks.Queries;
using CrmStudio.App.Loans.Locks.UseCases;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Loans.Locks;

public sealed class LockDeskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_assistant_asks_for_nothing_and_an_officer_locks_nothing()
    {
        var books = await LockBooks.OpenAsync();

        Assert.Equal(Refusal.NotAllowed, (await books.AskAsync(books.Ben)).Refusal);
        Assert.True((await books.AskAsync()).IsDone);
        var id = (await books.CurrentAsync())!.Id;
        Assert.Equal(Refusal.NotAllowed, (await books.LockAsync(books.Ana)).Refusal);
        Assert.True((await books.LockAsync()).IsDone);
        Assert.Equal(Refusal.NotAllowed, (await books.ExtendAsync(books.Ana)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await books.AsAsync<CancelLock, Outcome<Changed>>(books.Ana, cancel => cancel.RunAsync(new(books.LoanId, id, "No"), Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await books.AsAsync<WriteLockRules, Outcome<Changed>>(books.Ruth, write => write.RunAsync(new(LockBooks.Today, "Memo", LockPolicyTerms.Usual), Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await books.AsAsync<LockDeskQuery, Outcome<LockDeskView>>(books.Ana, query => query.ReadAsync(Ct))).Refusal);
    }

    [Fact]
    public async Task Another_branch_and_another_lender_find_no_loan_to_lock()
    {
        var books = await LockBooks.OpenAsync();
        await books.AskAsync();
        var gavin = await books.Organization.MemberAsync(BuiltInRole.Manager, "Gavin", "Thorne", await books.Organization.TeamAsync("Mill Street"), leads: true);
        var stranger = await (await TestOrganization.CreateAsync(books.Fixture)).MemberAsync(BuiltInRole.Admin);

        foreach (var member in new[] { gavin, stranger })
        {
            Assert.Equal(Refusal.NotFound, (await books.LockAsync(member)).Refusal);
            Assert.Equal(Refusal.NotFound, (await books.ReadAsync(member)).Refusal);
        }
        Assert.Empty((await books.AsAsync<LockDeskQuery, Outcome<LockDeskView>>(gavin, query => query.ReadAsync(Ct))).Value!.Asks);
        await books.DispatchAsync();
        Assert.Empty(await books.ToldAsync(gavin));
    }

    [Fact]
    public async Task A_request_is_told_to_the_desk_and_the_lock_to_who_works_the_loan_and_all_of_it_stands_on_the_loan()
    {
        var books = await LockBooks.OpenAsync();

        await books.AskAsync();
        await books.DispatchAsync();
        await books.LockAsync();
        await books.DispatchAsync();
        await books.ExtendAsync();
        await books.DispatchAsync();

        var until = LockBooks.Today.AddDays(30);
        Assert.Equal(["Ana Reyes asks for a rate lock for Marisol Whitlock: 6.125 %, 30 days"], await books.ToldAsync(books.Ruth));
        Assert.Equal([$"Marisol Whitlock: the rate is locked at 6.125 % until {until:MMM d}", $"Marisol Whitlock: the lock is extended to {until.AddDays(7):MMM d}"], await books.ToldAsync(books.Ana));
        Assert.Equal(2, (await books.ToldAsync(books.Ben)).Count);
        Assert.Collection(
            await books.TimelineAsync(),
            line => Assert.Equal("asked for a lock: Conv 30 at 6.125 %, 0.250 points, 30 days", line),
            line => Assert.StartsWith("locked the rate: Conv 30 at 6.125 %, 0.250 points, 30 days, until", line, StringComparison.Ordinal),
            line => Assert.Matches("extended the lock by 7 days to .* for 0.140 %: Title is late", line));
        Assert.Equal((6.125m, LockStatus.Extended, until.AddDays(7)), await books.LoanAsync() is var loan ? (loan.NoteRate, loan.LockStatus, loan.LockExpiresOn!.Value) : default);
        Assert.Contains("loans.locks.extend", await books.Organization.SaveAsync(unit => unit.Db.AuditEntries.Where(entry => entry.EntityId == books.LoanId).Select(entry => entry.Verb).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Each_step_can_be_taken_back_and_the_loan_is_what_it_was()
    {
        var books = await LockBooks.OpenAsync();
        await books.AskAsync();
        var locked = (await books.LockAsync()).Value!;
        var extended = (await books.ExtendAsync()).Value!;

        Assert.Equal("undo.changed-since", (await UndoAsync(books, books.Ruth, locked)).Refusal?.Code);
        Assert.True((await UndoAsync(books, books.Ruth, extended)).IsDone);
        Assert.Equal((LockStatus.Locked, LockBooks.Today.AddDays(30)), await books.LoanAsync() is var once ? (once.LockStatus, once.LockExpiresOn!.Value) : default);
        Assert.True((await UndoAsync(books, books.Ruth, locked)).IsDone);

        var loan = await books.LoanAsync();
        Assert.Equal((LockStatus.Requested, 6.375m, null), (loan.LockStatus, loan.NoteRate, loan.LockExpiresOn));
        Assert.True((await books.CurrentAsync())!.IsAsked);
    }

    [Fact]
    public async Task Two_desks_lock_one_request_once()
    {
        var books = await LockBooks.OpenAsync();
        await books.AskAsync();
        var id = (await books.CurrentAsync())!.Id;

        var outcomes = await Task.WhenAll(books.LockAsync(lockId: id), books.LockAsync(lockId: id));

        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.All(outcomes.Where(outcome => !outcome.IsDone), outcome => Assert.Contains(outcome.Refusal, new[] { Refusal.ChangedMeanwhile, LockRefusals.NotAsked }));
    }

    [Fact]
    public async Task Two_requests_of_the_same_moment_are_one()
    {
        var books = await LockBooks.OpenAsync();

        var outcomes = await Task.WhenAll(books.AskAsync(), books.AskAsync());

        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.Equal(1, await books.Organization.SaveAsync(unit => unit.Db.RateLocks.CountAsync(Ct)));
    }

    [Fact]
    public async Task What_the_desk_locked_no_form_changes()
    {
        var books = await LockBooks.OpenAsync();
        await books.AskAsync();
        await books.LockAsync();

        Assert.Equal(LockRefusals.KeptByDesk, await EditAsync(books, books.Ruth, input => input with { LockExpiresOn = input.LockExpiresOn!.Value.AddDays(1) }));
        Assert.Equal("loans.rate-is-locked", (await EditAsync(books, books.Ana, input => input with { Terms = input.Terms with { NoteRate = 6 } }))?.Code);
        Assert.Null(await EditAsync(books, books.Ana, input => input with { Terms = input.Terms with { Product = "Conv 15" } }));
    }

    [Fact]
    public async Task Who_may_not_lock_writes_no_lock_into_the_form_either()
    {
        var books = await LockBooks.OpenAsync();
        var (on, until) = (LockBooks.Today, LockBooks.Today.AddDays(30));

        Assert.Equal(LockRefusals.KeptByDesk, await EditAsync(books, books.Ana, input => input with { LockedOn = on, LockExpiresOn = until }));
        Assert.Null(await EditAsync(books, books.Ruth, input => input with { LockedOn = on, LockExpiresOn = until }));
        Assert.True((await books.LoanAsync()).IsLocked);
    }

    [Fact]
    public async Task A_lock_that_came_another_way_is_taken_into_the_books_when_it_is_extended()
    {
        var books = await LockBooks.OpenAsync(loan => loan.Lock(LockBooks.Today.AddDays(-10), LockBooks.Today.AddDays(20)));

        Assert.True((await books.AsAsync<AskForExtension, Outcome<Changed>>(books.Ana, ask => ask.RunAsync(new(books.LoanId, null, 7, "Title is late"), Ct))).IsDone);
        await books.DispatchAsync();
        Assert.Equal(["Ana Reyes asks for 7 days more on the lock of Marisol Whitlock"], await books.ToldAsync(books.Ruth));
        Assert.True((await books.ExtendAsync()).IsDone);

        var view = (await books.ReadAsync(books.Ana)).Value!;
        Assert.Equal((LockBooks.Today.AddDays(27), null), (view.ExpiresOn!.Value, view.Current!.MoreDays));
        Assert.Equal(7, Assert.Single(view.Current.Extensions).Days);
    }

    [Fact]
    public async Task A_decline_needs_its_reason_and_is_told_whether_a_lock_was_asked_for_or_more_days()
    {
        var books = await LockBooks.OpenAsync();
        await books.AskAsync();
        Assert.Equal(LockRefusals.ReasonNeeded, (await DeclineAsync(" ")).Refusal);
        Assert.True((await DeclineAsync("Not this product")).IsDone);
        Assert.Equal(LockStatus.Floating, (await books.LoanAsync()).LockStatus);

        await books.AskAsync();
        await books.LockAsync();
        Assert.Equal(LockRefusals.NotAsked, (await DeclineAsync("Nothing asked")).Refusal);
        var id = (await books.CurrentAsync())!.Id;
        await books.AsAsync<AskForExtension, Outcome<Changed>>(books.Ana, ask => ask.RunAsync(new(books.LoanId, id, 7, "Title is late"), Ct));
        Assert.True((await DeclineAsync("The investor does not")).IsDone);
        await books.DispatchAsync();

        Assert.Equal((true, null), await books.CurrentAsync() is { } standing ? (standing.Holds, standing.MoreDays) : default);
        Assert.Contains("Marisol Whitlock: the lock desk declined the lock", await books.ToldAsync(books.Ana));
        Assert.Contains("Marisol Whitlock: the lock desk declined more days", await books.ToldAsync(books.Ana));

        async Task<Outcome<Changed>> DeclineAsync(string reason)
        {
            var current = (await books.CurrentAsync())!.Id;
            return await books.AsAsync<DeclineLock, Outcome<Changed>>(books.Ruth, decline => decline.RunAsync(new(books.LoanId, current, reason), Ct));
        }
    }

    [Fact]
    public async Task Costs_are_dollars_for_who_sees_amounts_and_percent_for_everybody()
    {
        var books = await LockBooks.OpenAsync();
        await books.AskAsync();
        await books.LockAsync();
        await books.ExtendAsync();

        Assert.Equal((0.390m, 1_597.44m), (await books.ReadAsync(books.Ana)).Value!.Current is { } officers ? (officers.PointsInAll, officers.Cost) : default);
        Assert.Equal((0.390m, null), (await books.ReadAsync(books.Ben)).Value!.Current is { } assistants ? (assistants.PointsInAll, assistants.Cost) : default);
        Assert.Null((await books.ReadAsync(books.Ben)).Value!.Amount);
    }

    [Fact]
    public async Task The_organizations_own_rules_hold_from_their_day_on()
    {
        var books = await LockBooks.OpenAsync();
        var admin = await books.Organization.MemberAsync(BuiltInRole.Admin);
        var own = LockPolicyTerms.Usual with { Days = [21] };

        Assert.True((await WriteAsync(LockBooks.Today.AddDays(1), own)).IsDone);
        Assert.Equal("loans.lock-days", (await books.AskAsync(terms: LockBooks.Terms with { Days = 21 })).Refusal?.Code);
        Assert.True((await WriteAsync(LockBooks.Today, own)).IsDone);
        Assert.Equal("The rules list locks of 21 days.", (await books.AskAsync()).Refusal?.Message);
        Assert.True((await books.AskAsync(terms: LockBooks.Terms with { Days = 21 })).IsDone);

        Task<Outcome<Changed>> WriteAsync(DateOnly from, LockPolicyTerms terms) => books.AsAsync<WriteLockRules, Outcome<Changed>>(admin, write => write.RunAsync(new(from, "Memo 26-11", terms), Ct));
    }

    private static Task<Outcome> UndoAsync(LockBooks books, TestMember by, Changed change) =>
        books.AsAsync<UndoChange, Outcome>(by, async undo => new Outcome((await undo.RunAsync(new(change.UndoId), Ct)).Refusal));

    private static async Task<Refusal?> EditAsync(LockBooks books, TestMember by, Func<EditLoan.Input, EditLoan.Input> change)
    {
        var loan = await books.LoanAsync();
        var input = new EditLoan.Input(loan.Id, loan.Version, loan.Terms(), loan.PropertyAddress, loan.PropertyCity, loan.PropertyState, loan.PropertyZip, loan.ClosingOn, loan.LockedOn, loan.LockExpiresOn, loan.OfficerId, loan.ProcessorId);
        return (await books.AsAsync<EditLoan, Outcome<Changed>>(by, edit => edit.RunAsync(change(input), Ct))).Refusal;
    }
}
