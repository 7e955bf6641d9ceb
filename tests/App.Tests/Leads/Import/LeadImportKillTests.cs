using System.Globalization;
using System.Text;
using CrmStudio.App.Leads.Import;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Testing;
using CrmStudio.Testing.Imports;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Leads.Import;

public sealed class LeadImportKillTests
{
    private const int Rows = 10_000;
    private static readonly TimeSpan look = TimeSpan.FromMilliseconds(10);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task A_file_of_leads_comes_in_once_and_whole_and_goes_out_again_however_often_the_process_is_killed()
    {
        var desk = await FileDesk.StartAsync(LeadImportKind.KindName);
        var text = new StringBuilder("Name,E-mail,Loan amount\n");
        for (var row = 0; row < Rows; row++) text.Append(CultureInfo.InvariantCulture, $"Person {row},p{row}@example.com,{200_000 + row}\n");
        var id = await desk.CheckedAsync(text.ToString());

        Assert.True((await desk.StartAsync(id)).IsDone);
        Assert.Equal(2, await KilledAsync(desk, id, [0, 0.5]));
        Assert.Equal((Rows, Rows, Rows, Rows), await desk.Organization.SaveAsync(async unit => (
            await unit.Db.Leads.CountAsync(Ct), await unit.Db.Contacts.CountAsync(Ct), await unit.Db.Leads.Select(lead => lead.ContactId).Distinct().CountAsync(Ct), await unit.Db.Contacts.Select(contact => contact.EmailKey).Distinct().CountAsync(Ct))));
        Assert.All(await desk.StatesAsync(id), state => Assert.Equal(ImportRowState.Created, state));

        Assert.True((await desk.UndoAsync(id)).IsDone);
        Assert.Equal(1, await KilledAsync(desk, id, [0.5]));
        Assert.Equal((0, 0), await desk.Organization.SaveAsync(async unit => (await unit.Db.Leads.CountAsync(Ct), await unit.Db.Contacts.CountAsync(Ct))));
    }

    /// <summary>Has a process work on the import and kills it each time so much is done, in the midst of the next chunk; then lets the last one end.</summary>
    private static async Task<int> KilledAsync(FileDesk desk, Guid id, double[] offsets)
    {
        var fixture = await CrmFixture.SharedAsync();
        var (kills, hand) = (0, ImportHand.Start(fixture.Strings.App, desk.Organization.Id));
        try
        {
            foreach (var offset in offsets)
            {
                var import = await UntilAsync(desk, id, one => !one.IsUnderWay || (one.LeasedUntil is not null && one.DoneChunks >= offset * one.ChunkCount));
                if (!import.IsUnderWay) break;
                await hand.DisposeAsync();
                hand = ImportHand.Start(fixture.Strings.App, desk.Organization.Id);
                kills++;
            }
            await UntilAsync(desk, id, one => !one.IsUnderWay);
            return kills;
        }
        finally
        {
            await hand.DisposeAsync();
        }
    }

    private static async Task<FileImport> UntilAsync(FileDesk desk, Guid id, Func<FileImport, bool> isSo)
    {
        while (true)
        {
            var import = await desk.Organization.SaveAsync(unit => unit.Db.Imports.AsNoTracking().SingleAsync(one => one.Id == id, Ct));
            if (isSo(import)) return import;
            await Task.Delay(look, Ct);
        }
    }
}
