using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Loans.Watch.UseCases;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Import;

public sealed class LoanImportUndoTests
{
    private const string Header = "Loan number,Borrower,E-mail,Co-borrower,Amount,Stage\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_that_is_not_over_cannot_be_undone()
    {
        var (_, _, desk) = await LoanImportTests.StartAsync();
        var id = await desk.CheckedAsync(Header + "1,Ada Lovelace,,,,\n");
        Assert.Equal("imports.not-now", (await desk.UndoAsync(id)).Refusal!.Code);
    }

    [Fact]
    public async Task Undo_leaves_the_organization_as_it_was()
    {
        var (organization, _, desk) = await LoanImportTests.StartAsync();
        await organization.LoanAsync();
        var before = await CountsAsync(organization);
        var id = await desk.ImportedAsync(Header + string.Concat(Enumerable.Range(1, 60).Select(i => $"{i},Ada Lovelace {i},ada{i % 7}@example.com,Bob Lovelace,42{i:0000},Processing\n")));
        Assert.Equal(61, (await CountsAsync(organization)).Loans);

        await desk.DoneAsync(desk.UndoAsync(id));

        Assert.Equal(before, await CountsAsync(organization));
        Assert.All(await desk.StatesAsync(id), state => Assert.Equal(ImportRowState.Reversed, state));
        Assert.Equal(ImportStatus.Undone, (await desk.ImportAsync(id)).Status);
        Assert.Equal("imports.not-now", (await desk.UndoAsync(id)).Refusal!.Code);
    }

    [Fact]
    public async Task What_people_worked_on_since_is_kept_and_named()
    {
        var (organization, _, desk) = await LoanImportTests.StartAsync();
        var id = await desk.ImportedAsync(Header + "1,Ada Lovelace,ada@example.com,,400000,\n2,Bo Derek,,,400000,\n3,Cy Young,,,400000,\n4,Di Prince,di@example.com,,400000,\n");
        var noted = (await desk.LoanAsync("2"))!.Id;
        await organization.SaveAsync(async unit => (await unit.Db.Loans.SingleAsync(loan => loan.Number == "1", Ct)).Source = "Referral");
        await organization.SaveAsync(unit => unit.Db.Activities.Add(new Activity("loans", noted, ActivityKind.Note, "Called twice", null, unit.At)));
        await organization.SaveAsync(async unit => (await unit.Db.Contacts.SingleAsync(contact => contact.EmailKey == "di@example.com", Ct)).ReachBy("di@example.com", "(555) 010-2030"));

        await desk.DoneAsync(desk.UndoAsync(id));

        Assert.Equal([ImportRowState.Kept, ImportRowState.Kept, ImportRowState.Reversed, ImportRowState.Reversed], await desk.StatesAsync(id));
        Assert.Contains("edited since", (await desk.VerdictsAsync(id))[0].Problems[0].Message, StringComparison.Ordinal);
        Assert.NotNull(await desk.LoanAsync("1"));
        Assert.Null(await desk.LoanAsync("3"));
        Assert.Null(await desk.LoanAsync("4"));
        Assert.Equal(["Ada", "Bo", "Di"], await organization.SaveAsync(unit => unit.Db.Contacts.OrderBy(contact => contact.FirstName).Select(contact => contact.FirstName).ToListAsync(Ct)));
    }

    [Fact]
    public async Task What_jobs_worked_out_of_the_loans_since_goes_with_them()
    {
        var (organization, _, desk) = await LoanImportTests.StartAsync();
        var id = await desk.ImportedAsync(Header + "1,Ada Lovelace,ada@example.com,,400000,Funded\n2,Bo Derek,,,400000,Processing\n");
        await using (var night = (await CrmFixture.SharedAsync()).AsSystem(organization))
        {
            Assert.Equal(1, (await night.ServiceProvider.GetRequiredService<WatchPastLoans>().RunAsync(new(IsNightly: false), Ct)).Value);
            Assert.True((await night.ServiceProvider.GetRequiredService<KeepLoanTasks>().RunAsync(Ct)).IsDone);
        }
        var waiting = (await desk.LoanAsync("2"))!.Id;
        await organization.SaveAsync(unit => unit.Db.DueTasks.Add(new DueTask("loans", waiting, "Send the Loan Estimate", new(2026, 11, 30), null, "LE-3")));

        await desk.DoneAsync(desk.UndoAsync(id));

        Assert.Equal([ImportRowState.Reversed, ImportRowState.Reversed], await desk.StatesAsync(id));
        Assert.Equal((0, 0), await organization.SaveAsync(async unit => (await unit.Db.WatchResults.CountAsync(Ct), await unit.Db.DueTasks.CountAsync(Ct))));
        Assert.False(await organization.SaveAsync(unit => unit.Db.AuditEntries.AnyAsync(entry => entry.EntityType == "watch_results", Ct)));
    }

    [Fact]
    public async Task A_loan_for_which_somebody_wrote_or_did_a_task_is_kept()
    {
        var (organization, _, desk) = await LoanImportTests.StartAsync();
        var id = await desk.ImportedAsync(Header + "1,Ada Lovelace,,,400000,\n2,Bo Derek,,,400000,\n");
        var (own, done) = ((await desk.LoanAsync("1"))!.Id, (await desk.LoanAsync("2"))!.Id);
        await organization.SaveAsync(unit =>
        {
            var estimate = new DueTask("loans", done, "Send the Loan Estimate", new(2026, 11, 30), null, "LE-3");
            estimate.Finish(Guid.CreateVersion7(), unit.At);
            unit.Db.DueTasks.AddRange(estimate, new DueTask("loans", own, "Call them", new(2026, 11, 30), null, null));
        });

        await desk.DoneAsync(desk.UndoAsync(id));

        Assert.Equal([ImportRowState.Kept, ImportRowState.Kept], await desk.StatesAsync(id));
        Assert.Equal(2, await organization.SaveAsync(unit => unit.Db.DueTasks.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_loan_the_import_changed_gets_its_old_values_back()
    {
        var (organization, _, desk) = await LoanImportTests.StartAsync();
        await organization.LoanAsync();
        var before = await desk.LoanAsync("T-0001");
        var id = await desk.ImportedAsync(Header + "T-0001,Marisol Whitlock,,,500000,Contacted\n", ImportDuplicates.Update);
        Assert.Equal(500_000m, (await desk.LoanAsync("T-0001"))!.Amount);

        await desk.DoneAsync(desk.UndoAsync(id));

        var after = await desk.LoanAsync("T-0001");
        Assert.Equal((before!.Terms(), before.StageId, before.StageSince, before.FirstContactOn), (after!.Terms(), after.StageId, after.StageSince, after.FirstContactOn));
        Assert.Null(Assert.Single(after.Visits).LeftAt);
    }

    private static Task<(int Loans, int Contacts, int Parties, int Visits)> CountsAsync(TestOrganization organization) => organization.SaveAsync(async (CrmUnit unit) =>
        (await unit.Db.Loans.CountAsync(Ct), await unit.Db.Contacts.CountAsync(Ct), await unit.Db.LoanParties.CountAsync(Ct), await unit.Db.LoanStageVisits.CountAsync(Ct)));
}
