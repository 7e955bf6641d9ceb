using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.App.Tests.Loans.Locks;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Loans.Import;

/// <summary>A file keeps the rules a form keeps: no back door around the lock desk and the clocks.</summary>
public sealed class LoanImportRulesTests
{
    private const string Locks = "Loan number,Last name,Amount,Rate,Lock date,Lock expires\n", Moves = "Loan number,Last name,Stage,Closing date\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_moves_no_lock_the_desk_granted_and_says_so_in_the_dry_run()
    {
        var books = await LockBooks.OpenAsync();
        Assert.True((await books.AskAsync()).IsDone);
        Assert.True((await books.LockAsync()).IsDone);
        var until = (await books.LoanAsync()).LockExpiresOn;

        foreach (var member in (TestMember[])[books.Ana, books.Ruth])
        {
            var desk = new ImportDesk(books.Fixture, books.Organization, member);
            var id = await desk.CheckedAsync(Locks + Row("425000", "", Day(0), Day(60)), ImportDuplicates.Update);
            var row = Assert.Single(await desk.VerdictsAsync(id));
            Assert.Equal(ImportRowState.Problem, row.State);
            Assert.EndsWith(LockRefusals.KeptByDesk.Message, Assert.Single(row.Problems).Message, StringComparison.Ordinal);
        }
        Assert.Equal((LockStatus.Locked, until, 409_600m), await StandAsync(books));
    }

    [Fact]
    public async Task A_lock_granted_after_the_dry_run_keeps_its_row_out_whole()
    {
        var books = await LockBooks.OpenAsync();
        var desk = new ImportDesk(books.Fixture, books.Organization, books.Ruth);
        var id = await desk.CheckedAsync(Locks + Row("425000", "", Day(0), Day(60)), ImportDuplicates.Update);
        Assert.Equal([ImportRowState.Ready], await desk.StatesAsync(id));
        await books.AskAsync();
        await books.LockAsync();
        var until = (await books.LoanAsync()).LockExpiresOn;

        await desk.DoneAsync(desk.StartAsync(id));

        var row = Assert.Single(await desk.VerdictsAsync(id));
        Assert.Equal((ImportRowState.Failed, LockRefusals.KeptByDesk.Message), (row.State, row.Problems[0].Message));
        Assert.Equal((LockStatus.Locked, until, 409_600m), await StandAsync(books));
    }

    [Fact]
    public async Task A_locked_rate_stays_and_a_row_that_says_what_the_desk_says_comes_in()
    {
        var books = await LockBooks.OpenAsync();
        await books.AskAsync();
        await books.LockAsync();
        var until = (await books.LoanAsync()).LockExpiresOn!.Value;
        var desk = new ImportDesk(books.Fixture, books.Organization, books.Ana);

        var other = await desk.CheckedAsync(Locks + Row("425000", "5.5", "", ""), ImportDuplicates.Update);
        Assert.Contains("The rate is locked at 6.125 %", Assert.Single((await desk.VerdictsAsync(other))[0].Problems).Message, StringComparison.Ordinal);

        var same = await desk.ImportedAsync(Locks + Row("425000", "6.125", Day(0), $"{until:M'/'d'/'yyyy}"), ImportDuplicates.Update);
        Assert.Equal([ImportRowState.Updated], await desk.StatesAsync(same));
        Assert.Equal((LockStatus.Locked, (DateOnly?)until, 425_000m), await StandAsync(books));
    }

    [Fact]
    public async Task Who_is_no_lock_desk_locks_no_loan_that_is_there_by_a_file()
    {
        var books = await LockBooks.OpenAsync();
        var officer = new ImportDesk(books.Fixture, books.Organization, books.Ana);
        Assert.Equal([ImportRowState.Problem], await officer.StatesAsync(await officer.CheckedAsync(Locks + Row("425000", "", Day(0), Day(30)), ImportDuplicates.Update)));

        var desk = new ImportDesk(books.Fixture, books.Organization, books.Ruth);
        Assert.Equal([ImportRowState.Updated], await desk.StatesAsync(await desk.ImportedAsync(Locks + Row("425000", "", Day(0), Day(30)), ImportDuplicates.Update)));
        Assert.Equal(LockStatus.Locked, (await books.LoanAsync()).LockStatus);
    }

    [Fact]
    public async Task A_closing_that_would_break_a_clock_keeps_its_row_out_with_the_citation_and_is_written_down()
    {
        var books = await ApplicationInAsync();
        var desk = new ImportDesk(books.Fixture, books.Organization, books.Ana);

        var id = await desk.CheckedAsync(Moves + $"T-0001,Whitlock,,{Day(2)}\n", ImportDuplicates.Update);
        var problem = Assert.Single(Assert.Single(await desk.VerdictsAsync(id)).Problems);
        Assert.Contains("12 CFR 1026.19(e)(1)(iii)(B)", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("Estimated closing date: ", problem.Message, StringComparison.Ordinal);
        Assert.Null((await books.LoanAsync()).ClosingOn);
        Assert.True(await books.Organization.SaveAsync(unit => unit.Db.ComplianceEntries.AnyAsync(entry => entry.EntityId == books.LoanId && entry.Outcome == ComplianceOutcome.Blocked, Ct)));

        var later = await desk.ImportedAsync(Moves + $"T-0001,Whitlock,,{Day(40)}\n", ImportDuplicates.Update);
        Assert.Equal([ImportRowState.Updated], await desk.StatesAsync(later));
        Assert.Equal(LockBooks.Today.AddDays(40), (await books.LoanAsync()).ClosingOn);
    }

    [Fact]
    public async Task A_move_a_clock_forbids_keeps_its_row_out_even_if_the_dry_run_came_before_the_clock()
    {
        var books = await LockBooks.OpenAsync();
        var desk = new ImportDesk(books.Fixture, books.Organization, books.Ana);
        var id = await desk.CheckedAsync(Moves + "T-0001,Whitlock,Submitted to UW,\n", ImportDuplicates.Update);
        Assert.Equal([ImportRowState.Ready], await desk.StatesAsync(id));
        var before = (await books.LoanAsync()).StageId;
        await ReceiveAsync(books, TimeProvider.System.GetUtcNow().AddDays(-20));

        await desk.DoneAsync(desk.StartAsync(id));

        var row = Assert.Single(await desk.VerdictsAsync(id));
        Assert.Equal(ImportRowState.Failed, row.State);
        Assert.Contains("12 CFR 1026.19(e)(1)(iii)(A)", row.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(before, (await books.LoanAsync()).StageId);
    }

    private static string Day(int fromToday) => $"{LockBooks.Today.AddDays(fromToday):M'/'d'/'yyyy}";

    private static string Row(string amount, string rate, string on, string expires) => $"T-0001,Whitlock,{amount},{rate},{on},{expires}\n";

    private static async Task<(LockStatus, DateOnly?, decimal?)> StandAsync(LockBooks books)
    {
        var loan = await books.LoanAsync();
        return (loan.LockStatus, loan.LockExpiresOn, loan.Amount);
    }

    private static async Task<LockBooks> ApplicationInAsync()
    {
        var books = await LockBooks.OpenAsync();
        await ReceiveAsync(books);
        return books;
    }

    private static async Task ReceiveAsync(LockBooks books, DateTimeOffset? at = null) =>
        Assert.True((await books.AsAsync<ReceivePieces, Outcome<Changed>>(books.Ana, verb => verb.RunAsync(new(books.LoanId, Enum.GetValues<ApplicationPiece>(), at), Ct))).IsDone);
}
