using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Platform.Undo;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.Infrastructure.Tests.Platform.Undo;

/// <summary>Undo never overwrites what somebody did since: it refuses, by name.</summary>
public sealed class UndoTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_not_taken_back_over_a_later_change()
    {
        var organization = await StartAsync();
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(new Contact("Marisol", "Whitlock")));
        var undo = await DoAsync(organization, async unit => (await unit.Db.Contacts.SingleAsync(Ct)).ReachBy("first@example.com", null));
        await organization.SaveAsync(async unit => (await unit.Db.Contacts.SingleAsync(Ct)).ReachBy("second@example.com", null));

        var outcome = await UndoAsync(organization, undo);

        Assert.Equal("Marisol Whitlock was changed since, so this cannot be undone.", outcome.Refusal?.Message);
        Assert.Equal("second@example.com", await organization.SaveAsync(unit => unit.Db.Contacts.Select(contact => contact.Email).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_change_is_not_taken_back_on_a_row_that_is_gone()
    {
        var organization = await StartAsync();
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(new Contact("Marisol", "Whitlock")));
        var undo = await DoAsync(organization, async unit => (await unit.Db.Contacts.SingleAsync(Ct)).ReachBy("first@example.com", null));
        await organization.SaveAsync(async unit => unit.Db.Contacts.Remove(await unit.Db.Contacts.SingleAsync(Ct)));

        Assert.Equal("Marisol Whitlock was changed since, so this cannot be undone.", (await UndoAsync(organization, undo)).Refusal?.Message);
    }

    [Fact]
    public async Task An_added_row_on_which_something_hangs_by_now_stays()
    {
        var organization = await StartAsync();
        var contact = new Contact("Marisol", "Whitlock");
        var undo = await DoAsync(organization, unit => Task.FromResult(unit.Db.Contacts.Add(contact)));
        await organization.LoanAsync(with: loan => loan.AddParty(contact.Id, "Marisol Whitlock", LoanPartyRole.Borrower));

        Assert.Equal("Marisol Whitlock was changed since, so this cannot be undone.", (await UndoAsync(organization, undo)).Refusal?.Message);
        Assert.Equal(1, await organization.SaveAsync(unit => unit.Db.LoanParties.CountAsync(Ct)));
    }

    [Fact]
    public async Task Added_rows_that_hang_on_each_other_go_together()
    {
        var organization = await StartAsync();
        var undo = await DoAsync(organization, async unit =>
        {
            var contact = new Contact("Marisol", "Whitlock");
            var loan = Loan.Open("T-9000", contact.Name, await unit.Db.PipelineStages.FirstAsync(Ct), null, by: Guid.Empty, at: unit.At);
            loan.AddParty(contact.Id, contact.Name, LoanPartyRole.Borrower);
            unit.Db.AddRange(contact, loan);
            return true;
        });

        Assert.Equal(Outcome.Done, await UndoAsync(organization, undo));

        Assert.Equal((0, 0, 0, 0), await organization.SaveAsync(async unit => (
            await unit.Db.Contacts.CountAsync(Ct), await unit.Db.Loans.CountAsync(Ct), await unit.Db.LoanParties.CountAsync(Ct), await unit.Db.LoanStageVisits.CountAsync(Ct))));
    }

    [Fact]
    public async Task One_row_in_the_way_keeps_all_of_them()
    {
        var organization = await StartAsync();
        await organization.SaveAsync(unit => unit.Db.Contacts.AddRange(new Contact("Marisol", "Whitlock"), new Contact("Ruth", "Adeyemi")));
        var undo = await DoAsync(organization, async unit =>
        {
            foreach (var contact in await unit.Db.Contacts.ToListAsync(Ct)) contact.ReachBy("shared@example.com", null);
            return true;
        });
        await organization.SaveAsync(async unit => (await unit.Db.Contacts.SingleAsync(contact => contact.FirstName == "Ruth", Ct)).ReachBy("ruth@example.com", null));

        Assert.Equal("Ruth Adeyemi was changed since, so this cannot be undone.", (await UndoAsync(organization, undo)).Refusal?.Message);
        Assert.Equal("shared@example.com", await organization.SaveAsync(unit => unit.Db.Contacts.Where(contact => contact.FirstName == "Marisol").Select(contact => contact.Email).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Nothing_is_undone_twice()
    {
        var organization = await StartAsync();
        var undo = await DoAsync(organization, unit => Task.FromResult(unit.Db.Contacts.Add(new Contact("Marisol", "Whitlock"))));

        Assert.Equal(Outcome.Done, await UndoAsync(organization, undo));
        Assert.Equal(UndoRefusals.AlreadyUndone, (await UndoAsync(organization, undo)).Refusal);
    }

    [Fact]
    public async Task Taking_the_later_change_back_first_frees_the_earlier_one()
    {
        var organization = await StartAsync();
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(new Contact("Marisol", "Whitlock")));
        List<Guid?> undo = [];
        foreach (var email in new[] { "first@example.com", "second@example.com", "third@example.com" })
            undo.Add(await DoAsync(organization, async unit => (await unit.Db.Contacts.SingleAsync(Ct)).ReachBy(email, null)));
        Assert.Equal("undo.changed-since", (await UndoAsync(organization, undo[0])).Refusal?.Code);

        foreach (var id in Enumerable.Reverse(undo)) Assert.Equal(Outcome.Done, await UndoAsync(organization, id));

        Assert.Null(await organization.SaveAsync(unit => unit.Db.Contacts.Select(contact => contact.Email).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_row_that_was_removed_and_put_back_is_what_it_was()
    {
        var organization = await StartAsync();
        var added = await DoAsync(organization, unit => Task.FromResult(unit.Db.Contacts.Add(new Contact("Marisol", "Whitlock"))));
        var removed = await DoAsync(organization, async unit => unit.Db.Contacts.Remove(await unit.Db.Contacts.SingleAsync(Ct)));

        Assert.Equal(Outcome.Done, await UndoAsync(organization, removed));
        Assert.Equal(Outcome.Done, await UndoAsync(organization, added));

        Assert.Equal(0, await organization.SaveAsync(unit => unit.Db.Contacts.CountAsync(Ct)));
    }

    [Fact]
    public async Task The_outlook_says_what_trying_would_say()
    {
        var organization = await StartAsync();
        await organization.SaveAsync(unit => unit.Db.Contacts.AddRange(new Contact("Marisol", "Whitlock"), new Contact("Ruth", "Adeyemi")));
        Task<Guid?> Reach(string who, string email) => DoAsync(organization, async unit => (await unit.Db.Contacts.SingleAsync(contact => contact.FirstName == who, Ct)).ReachBy(email, null));
        var hung = new Contact("Noel", "Farrow");
        List<Guid> ids =
        [
            (await Reach("Marisol", "first@example.com"))!.Value,                                                   // freed by the next two
            (await Reach("Marisol", "second@example.com"))!.Value,                                                  // free
            (await Reach("Marisol", "third@example.com"))!.Value,                                                   // undone
            (await Reach("Ruth", "ruth@example.com"))!.Value,                                                       // changed since
            (await DoAsync(organization, unit => Task.FromResult(unit.Db.Contacts.Add(hung))))!.Value,             // something hangs on it
            (await DoAsync(organization, unit => Task.FromResult(unit.Db.Contacts.Add(new Contact("A", "B")))))!.Value,   // free
        ];
        Assert.Equal(Outcome.Done, await UndoAsync(organization, ids[2]));
        await organization.SaveAsync(async unit => (await unit.Db.Contacts.SingleAsync(contact => contact.FirstName == "Ruth", Ct)).ReachBy("later@example.com", null));
        await organization.LoanAsync(with: loan => loan.AddParty(hung.Id, "Noel Farrow", LoanPartyRole.Borrower));

        var outlook = await organization.SaveAsync(async unit => await UndoOutlook.LookAsync(unit, await unit.Db.UndoEntries.AsNoTracking().ToListAsync(Ct), Ct));

        Assert.Equal(
            ["Marisol Whitlock was changed since, so this cannot be undone.", null, UndoRefusals.AlreadyUndone.Message, "Ruth Adeyemi was changed since, so this cannot be undone.", "Noel Farrow was changed since, so this cannot be undone.", null],
            ids.Select(id => outlook[id]?.Message));
        foreach (var id in ids) Assert.Equal(outlook[id], (await UndoAsync(organization, id, isToSave: false)).Refusal);
    }

    [Fact]
    public async Task Who_changes_the_row_while_it_is_being_undone_wins()
    {
        var organization = await StartAsync();
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(new Contact("Marisol", "Whitlock")));
        var undo = await DoAsync(organization, async unit => (await unit.Db.Contacts.SingleAsync(Ct)).ReachBy("first@example.com", null));

        var outcome = await UndoAsync(organization, undo, meanwhile: () => organization.SaveAsync(async unit => (await unit.Db.Contacts.SingleAsync(Ct)).ReachBy("second@example.com", null)));

        Assert.Equal(Refusal.ChangedMeanwhile, outcome.Refusal);
        Assert.Equal("second@example.com", await organization.SaveAsync(unit => unit.Db.Contacts.Select(contact => contact.Email).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_save_that_was_not_announced_as_undoable_is_not()
    {
        var organization = await StartAsync();

        await organization.SaveAsync(unit => unit.Db.Contacts.Add(new Contact("Marisol", "Whitlock")));

        Assert.Equal(0, await organization.SaveAsync(unit => unit.Db.UndoEntries.CountAsync(Ct)));
    }

    private static async Task<Guid?> DoAsync<T>(TestOrganization organization, Func<CrmUnit, Task<T>> change)
    {
        await using var scope = (await CrmFixture.SharedAsync()).AsSystem(organization);
        await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync("test.do", AccessPermissions.OwnAccount, Ct);
        await change(unit);
        unit.CanBeUndone("Did something");
        Assert.Equal(Outcome.Done, await unit.SaveAsync(Ct));
        return unit.UndoId;
    }

    private static async Task<Outcome> UndoAsync(TestOrganization organization, Guid? undoId, Func<Task>? meanwhile = null, bool isToSave = true)
    {
        await using var scope = (await CrmFixture.SharedAsync()).AsSystem(organization);
        await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync("undo", AccessPermissions.OwnAccount, Ct);
        var outcome = await unit.ReplayAsync(await unit.Db.UndoEntries.SingleAsync(undo => undo.Id == undoId, Ct), Ct);
        if (meanwhile is not null) await meanwhile();
        return outcome.IsDone && isToSave ? await unit.SaveAsync(Ct) : outcome;
    }

    private static async Task<TestOrganization> StartAsync() => await TestOrganization.CreateAsync(await CrmFixture.SharedAsync());
}
