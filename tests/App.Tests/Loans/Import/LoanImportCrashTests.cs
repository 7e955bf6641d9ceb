using System.Text;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Loans.Import;

public sealed class LoanImportCrashTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stopping_keeps_what_was_written_and_it_can_be_undone()
    {
        var (organization, _, desk) = await LoanImportTests.StartAsync();
        var id = await desk.CheckedAsync(File(50));
        Assert.True((await desk.StartAsync(id)).IsDone);
        Assert.True((await desk.WriteAsync(id, 20)).Value);
        Assert.True((await desk.CancelAsync(id)).IsDone);
        await ExpireLeaseAsync(organization, id);
        await desk.WorkAsync();

        Assert.Equal(LoanImportStatus.Cancelled, (await desk.ImportAsync(id)).Status);
        Assert.Equal((20, 30), Count(await desk.StatesAsync(id)));
        await desk.DoneAsync(desk.UndoAsync(id));
        Assert.Equal(0, await organization.SaveAsync(unit => unit.Db.Loans.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_worker_that_died_loses_nothing_and_writes_nothing_twice()
    {
        var (organization, _, desk) = await LoanImportTests.StartAsync();
        var id = await desk.CheckedAsync(File(120));
        Assert.True((await desk.StartAsync(id)).IsDone);
        for (var death = 0; death < 5; death++)
        {
            await desk.WriteAsync(id, 7);
            await DieWhileWritingAsync(organization, id);
        }
        await ExpireLeaseAsync(organization, id);
        await desk.WorkAsync();

        Assert.Equal((120, 0), Count(await desk.StatesAsync(id)));
        var numbers = await organization.SaveAsync(unit => unit.Db.Loans.OrderBy(loan => loan.Number).Select(loan => loan.Number).ToListAsync(Ct));
        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"N{i:000}"), numbers);
        Assert.Equal(120, await organization.SaveAsync(unit => unit.Db.LoanParties.CountAsync(Ct)));
    }

    [Fact]
    public async Task An_import_in_hand_is_left_to_the_worker_that_has_it()
    {
        var (_, _, desk) = await LoanImportTests.StartAsync();
        var id = await desk.CheckedAsync(File(30));
        Assert.True((await desk.StartAsync(id)).IsDone);
        await desk.WriteAsync(id, 10);
        await desk.WorkAsync();
        Assert.Equal((10, 20), Count(await desk.StatesAsync(id)));
    }

    [Fact]
    public async Task Two_workers_at_once_write_every_row_once()
    {
        var (organization, _, desk) = await LoanImportTests.StartAsync();
        var id = await desk.CheckedAsync(File(100));
        Assert.True((await desk.StartAsync(id)).IsDone);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            for (var i = 0; i < 8; i++) await desk.WriteAsync(id, 10);
        }));
        await ExpireLeaseAsync(organization, id);
        await desk.WorkAsync();
        Assert.Equal((100, 0), Count(await desk.StatesAsync(id)));
        Assert.Equal(100, await organization.SaveAsync(unit => unit.Db.Loans.CountAsync(Ct)));
    }

    private static string File(int rows)
    {
        var text = new StringBuilder("Loan number,Borrower,E-mail,Amount\n");
        for (var i = 0; i < rows; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"N{i:000},Ada Lovelace {i},a{i}@example.com,4{i:00000}\n");
        return text.ToString();
    }

    private static (int Created, int Ready) Count(LoanImportRowState[] states) =>
        (states.Count(state => state == LoanImportRowState.Created), states.Count(state => state == LoanImportRowState.Ready));

    // Half a step without its commit: what a killed process leaves behind.
    private static async Task DieWhileWritingAsync(TestOrganization organization, Guid id) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => organization.SaveAsync(unit => HalfAsync(unit, id)));

    private static async Task<bool> HalfAsync(CrmUnit unit, Guid id)
    {
        var rows = await unit.Db.LoanImportRows.Where(row => row.ImportId == id && row.State == LoanImportRowState.Ready).Take(7).ToListAsync(Ct);
        await LoanImportRows.MarkEndedAsync(unit, [.. rows.Select(row => new LoanImportRows.Ended(row.Id, LoanImportRowState.Created, Guid.CreateVersion7(), null, null))], Ct);
        throw new InvalidOperationException("killed");
    }

    private static Task<bool> ExpireLeaseAsync(TestOrganization organization, Guid id) => organization.SaveAsync(async unit =>
    {
        (await unit.Db.LoanImports.SingleAsync(import => import.Id == id, Ct)).Lease(unit.At.AddSeconds(-1));
        return true;
    });
}
