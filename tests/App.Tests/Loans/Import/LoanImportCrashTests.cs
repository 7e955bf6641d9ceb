using System.Globalization;
using System.Text;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Integrations;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Loans.Import;

public sealed class LoanImportCrashTests
{
    // Rows so wide that this many fill a chunk.
    private const int RowsInAChunk = 63;

    private static readonly string note = new('x', 32_000);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stopping_keeps_what_was_written_and_it_can_be_undone()
    {
        var (organization, _, desk) = await LoanImportTests.StartAsync();
        var id = await desk.CheckedAsync(File(150));
        Assert.True((await desk.StartAsync(id)).IsDone);
        Assert.True((await desk.WriteChunkAsync(id)).Value);
        Assert.True((await desk.CancelAsync(id)).IsDone);
        await ExpireLeaseAsync(organization, id);
        await desk.WorkAsync();

        Assert.Equal(ImportStatus.Cancelled, (await desk.ImportAsync(id)).Status);
        Assert.Equal((RowsInAChunk, 150 - RowsInAChunk), Count(await desk.StatesAsync(id)));
        await desk.DoneAsync(desk.UndoAsync(id));
        Assert.Equal(0, await organization.SaveAsync(unit => unit.Db.Loans.CountAsync(Ct)));
        Assert.Equal(0, await organization.SaveAsync(unit => unit.Db.Contacts.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_worker_that_died_loses_nothing_and_writes_nothing_twice()
    {
        var (organization, _, desk) = await LoanImportTests.StartAsync();
        var id = await desk.CheckedAsync(File(200));
        Assert.True((await desk.StartAsync(id)).IsDone);
        for (var death = 0; death < 3; death++)
        {
            await DieWhileWritingAsync(organization, id);
            Assert.True((await desk.WriteChunkAsync(id)).Value);
            await DieWhileWritingAsync(organization, id);
        }
        await ExpireLeaseAsync(organization, id);
        await desk.WorkAsync();

        Assert.Equal((200, 0), Count(await desk.StatesAsync(id)));
        var numbers = await organization.SaveAsync(unit => unit.Db.Loans.OrderBy(loan => loan.Number).Select(loan => loan.Number).ToListAsync(Ct));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"N{i:000}"), numbers);
        Assert.Equal(200, await organization.SaveAsync(unit => unit.Db.LoanParties.CountAsync(Ct)));
    }

    [Fact]
    public async Task An_import_in_hand_is_left_to_the_worker_that_has_it()
    {
        var (_, _, desk) = await LoanImportTests.StartAsync();
        var id = await desk.CheckedAsync(File(100));
        Assert.True((await desk.StartAsync(id)).IsDone);
        await desk.WriteChunkAsync(id);
        await desk.WorkAsync();
        Assert.Equal((RowsInAChunk, 100 - RowsInAChunk), Count(await desk.StatesAsync(id)));
    }

    [Fact]
    public async Task Workers_at_once_write_every_row_once()
    {
        var (organization, _, desk) = await LoanImportTests.StartAsync();
        var id = await desk.CheckedAsync(File(400));
        Assert.True((await desk.StartAsync(id)).IsDone);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while ((await desk.WriteChunkAsync(id)).Value)
            {
                // until nothing is left
            }
        }));
        Assert.Equal(ImportStatus.Finished, (await desk.ImportAsync(id)).Status);
        Assert.Equal((400, 0), Count(await desk.StatesAsync(id)));
        Assert.Equal(400, await organization.SaveAsync(unit => unit.Db.Loans.CountAsync(Ct)));
    }

    [Fact]
    public async Task An_import_that_cannot_go_on_stops_and_says_so_instead_of_coming_back_for_ever()
    {
        var (organization, _, desk) = await LoanImportTests.StartAsync();
        var id = await desk.CheckedAsync(File(100));
        Assert.True((await desk.StartAsync(id)).IsDone);
        await desk.WriteChunkAsync(id);
        await organization.SaveAsync(unit => unit.Db.Database.ExecuteSqlAsync($"update import_chunks set rows = 'x' where import_id = {id} and position = 1", Ct));
        await ExpireLeaseAsync(organization, id);
        await desk.WorkAsync();

        var import = await desk.ImportAsync(id);
        Assert.Equal(ImportStatus.Cancelled, import.Status);
        Assert.Contains("can be taken back", Assert.Single(import.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loan_somebody_opened_while_a_chunk_was_written_is_found_when_the_chunk_is_written_again()
    {
        var (organization, _, desk) = await LoanImportTests.StartAsync();
        var id = await desk.CheckedAsync("Loan number,Borrower\nA1,Ada Lovelace\nT-0001,Bo Derek\nA3,Cy Young\n");
        Assert.True((await desk.StartAsync(id)).IsDone);
        await organization.LoanAsync();
        Assert.False((await desk.WriteChunkAsync(id)).Value);
        Assert.Equal([ImportRowState.Created, ImportRowState.Skipped, ImportRowState.Created], await desk.StatesAsync(id));
    }

    private static string File(int rows)
    {
        var text = new StringBuilder("Loan number,Borrower,E-mail,Amount,Scribbles\n");
        for (var i = 0; i < rows; i++) text.Append(CultureInfo.InvariantCulture, $"N{i:000},Ada Lovelace {i},a{i}@example.com,4{i:00000},{note}\n");
        return text.ToString();
    }

    private static (int Created, int Ready) Count(ImportRowState[] states) =>
        (states.Count(state => state == ImportRowState.Created), states.Count(state => state == ImportRowState.Ready));

    // Half a step without its commit: what a killed process leaves behind.
    private static async Task DieWhileWritingAsync(TestOrganization organization, Guid id) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => organization.SaveAsync(unit => HalfAsync(unit, id)));

    private static async Task<bool> HalfAsync(CrmUnit unit, Guid id)
    {
        var import = await unit.Db.Imports.SingleAsync(i => i.Id == id, Ct);
        var chunk = await unit.Db.ImportChunks.AsNoTracking().SingleAsync(c => c.ImportId == id && c.Position == import.NextChunk, Ct);
        chunk.Judge([.. chunk.Verdicts.Select(verdict => verdict with { State = ImportRowState.Created, RecordId = Guid.CreateVersion7() })]);
        await ImportChunks.WrittenAsync(unit, chunk, Ct);
        unit.Many.Add([new Contact("Ada", "Half")]);
        import.Advance(chunk.Rows.Count, unit.At.AddMinutes(1));
        await unit.Db.SaveChangesAsync(Ct);
        throw new InvalidOperationException("killed");
    }

    private static Task<bool> ExpireLeaseAsync(TestOrganization organization, Guid id) => organization.SaveAsync(async unit =>
    {
        (await unit.Db.Imports.SingleAsync(import => import.Id == id, Ct)).Lease(unit.At.AddSeconds(-1));
        return true;
    });
}
