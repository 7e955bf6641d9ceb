using System.Globalization;
using System.Text;
using CrmStudio.Domain.Integrations.Imports;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Loans.Import;

public sealed class LoanImportPaceTests(ITestOutputHelper output)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_thousand_loans_come_in_and_go_out_again_while_one_waits()
    {
        const int Rows = 3_000;
        var (organization, _, desk) = await LoanImportTests.StartAsync();
        var text = new StringBuilder("Loan number,First name,Last name,E-mail,Phone,Amount,Rate,Stage,Purpose,Term,Zip\n");
        for (var i = 0; i < Rows; i++) text.Append(CultureInfo.InvariantCulture, $"B{i:00000},Ada,Lovelace {i},a{i}@example.com,(207) 555-{i:0000},4{i % 100000:00000},6.125,{(i % 2 == 0 ? "Processing" : "New lead")},Purchase,360,04090\n");

        var started = TimeProvider.System.GetTimestamp();
        var id = await desk.CheckedAsync(text.ToString());
        Say("received and checked");
        await desk.DoneAsync(desk.StartAsync(id));
        Say("written");
        Assert.Equal((Rows, Rows, Rows), (await CountAsync(unit => unit.Loans), await CountAsync(unit => unit.Contacts), await CountAsync(unit => unit.LoanStageVisits)));
        Assert.Equal(4 * Rows, await organization.SaveAsync(unit => unit.Db.AuditEntries.CountAsync(entry => entry.Verb == "loans.import" && entry.EntityType != "imports", Ct)));
        await desk.DoneAsync(desk.UndoAsync(id));
        Say("taken back");
        Assert.Equal((0, 0), (await CountAsync(unit => unit.Loans), await CountAsync(unit => unit.Contacts)));
        Assert.All(await desk.StatesAsync(id), state => Assert.Equal(ImportRowState.Reversed, state));

        Task<int> CountAsync<T>(Func<Infrastructure.Platform.Persistence.CrmDbContext, DbSet<T>> of)
            where T : class => organization.SaveAsync(unit => of(unit.Db).CountAsync(Ct));

        void Say(string what)
        {
            output.WriteLine($"{what}: {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s");
            started = TimeProvider.System.GetTimestamp();
        }
    }
}
