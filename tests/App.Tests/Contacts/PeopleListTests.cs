using System.Text;
using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Contacts.UseCases;
using CrmStudio.App.Contacts.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Contacts;

public sealed class PeopleListTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BuiltInRole.Assistant)]
    [InlineData(BuiltInRole.Viewer)]
    public async Task Who_may_not_take_people_out_gets_no_file_and_sees_only_those_of_the_team(BuiltInRole role)
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var member = await organization.MemberAsync(role);
        await organization.PersonAsync(null);

        Assert.Equal(Refusal.NotAllowed, (await FileAsync(fixture, member)).Refusal);
        Assert.Empty((await fixture.PeopleAsync(member)).Value!.Rows);
    }

    [Fact]
    public async Task An_officer_sees_the_own_people_and_those_of_the_own_loans_once_each_in_order()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        await organization.PersonAsync(ana, "Zoe", "Adler");
        var agent = await organization.PersonAsync(marc, "Bo", "Brandt");
        var both = await organization.PersonAsync(ana, "Cy", "Carver");
        await organization.PersonAsync(marc, "Dee", "Dale");
        await organization.LoanAsync(officer: ana, with: loan =>
        {
            loan.AddParty(agent, "Bo Brandt", LoanPartyRole.BuyersAgent);
            loan.AddParty(both, "Cy Carver", LoanPartyRole.Borrower);
        });

        var seen = await fixture.PeopleAsync(ana);

        Assert.Equal(["Zoe Adler", "Bo Brandt", "Cy Carver"], seen.Value!.Rows.Select(row => row.Name));
        Assert.Equal(3, seen.Value.Count);
    }

    [Theory]
    [InlineData(PeopleSort.Name, false)]
    [InlineData(PeopleSort.Name, true)]
    [InlineData(PeopleSort.Touch, false)]
    [InlineData(PeopleSort.Touch, true)]
    [InlineData(PeopleSort.Created, true)]
    public async Task Windows_show_everybody_once_and_lead_back_the_same_way(PeopleSort sort, bool isDescending)
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        await organization.SaveAsync(unit =>
        {
            for (var i = 0; i < 120; i++)
            {
                var contact = new Contact($"First{i % 7}", $"Last{i % 40:00}") { OwnerId = ana.Id };
                if (i % 3 != 0) contact.Touched(new DateTimeOffset(2026, 3, 1 + (i % 20), 12, 0, 0, TimeSpan.Zero));
                unit.Db.Contacts.Add(contact);
            }
        });
        var view = new PeopleView([], sort, isDescending);

        var first = (await fixture.PeopleAsync(ana, view)).Value!;
        var second = (await fixture.PeopleAsync(ana, view, after: first.Rows[^1])).Value!;
        var third = (await fixture.PeopleAsync(ana, view, after: second.Rows[^1])).Value!;
        var back = (await fixture.PeopleAsync(ana, view, before: third.Rows[0])).Value!;

        Assert.Equal((50, 50, 20, false), (first.Rows.Count, second.Rows.Count, third.Rows.Count, third.HasMore));
        Assert.Equal(120, first.Rows.Concat(second.Rows).Concat(third.Rows).Select(row => row.Id).Distinct().Count());
        Assert.Equal(second.Rows.Select(row => row.Id), back.Rows.Select(row => row.Id));
        Assert.True(back.HasMore);
    }

    [Fact]
    public async Task Filters_narrow_by_kind_tag_state_company_silence_and_an_own_field()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var now = TimeProvider.System.GetUtcNow();
        var agent = await organization.PersonAsync(admin, "Bo", "Brandt", new(null, null, Kind: ContactKind.Agent, State: "CA"), now.AddDays(-3));
        var client = await organization.PersonAsync(admin, "Cy", "Carver", new(null, null, Kind: ContactKind.Client, State: "ME"), now.AddDays(-90));
        await organization.PersonAsync(null, "Dee", "Dale");
        await fixture.TagAsync(admin, agent, "VIP");
        await fixture.EditAsync(admin, client, App.Contacts.PersonFact.Company, null, "Harbor Title, LLC");
        var field = await FieldAsync(fixture, organization, admin, "Pet", "Dog");
        await fixture.AsAsync<SayOwn, Outcome<SayOwn.Result>>(admin, verb => verb.RunAsync(new(field, client, null, "Dog"), Ct));
        var tag = await organization.SaveAsync(unit => unit.Db.Tags.Select(one => one.Id).SingleAsync(Ct));

        Assert.Equal(["Bo Brandt"], await NamesAsync(fixture, admin, "kind.is.agent,partner"));
        Assert.Equal(["Carver", "Dale"], (await fixture.PeopleAsync(admin, PeopleView.Parse(["kind.not.agent"], null, null))).Value!.Rows.Select(row => row.LastName));
        Assert.Equal(["Bo Brandt"], await NamesAsync(fixture, admin, $"tag.is.{tag}"));
        Assert.Equal(["Cy Carver"], await NamesAsync(fixture, admin, "state.is.ME"));
        Assert.Equal(["Cy Carver"], await NamesAsync(fixture, admin, "company.is.harbor title"));
        Assert.Equal(["Cy Carver", "Dee Dale"], await NamesAsync(fixture, admin, "untouched.is.60"));
        Assert.Equal(["Cy Carver"], await NamesAsync(fixture, admin, "own.is.pet,Dog"));
        Assert.Equal(["Dee Dale"], await NamesAsync(fixture, admin, "owner.is.nobody"));
        Assert.Equal(["Bo Brandt"], await NamesAsync(fixture, admin, "text.is.o bra"));
    }

    [Fact]
    public void An_address_is_a_view_and_what_it_does_not_know_is_left_out()
    {
        var view = PeopleView.Parse(["kind.is.agent", "nonsense.is.1", "owner.is.me", "text.is.a%2Cb"], "-touch", "kind,own-pet");

        Assert.Equal(3, view.Conditions.Count);
        Assert.Equal("a,b", view.Conditions[2].Values[0]);
        Assert.Equal((PeopleSort.Touch, true), (view.Sort, view.IsDescending));
        Assert.Equal(view.ToQuery(), PeopleView.Parse(view.ToQuery()).ToQuery());
    }

    [Fact]
    public async Task The_file_holds_own_fields_guards_formulas_and_stands_in_the_audit_trail()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var id = await organization.PersonAsync(ana, "=cmd", "Whitlock");
        var field = await FieldAsync(fixture, organization, admin, "Pet", null);
        await fixture.AsAsync<SayOwn, Outcome<SayOwn.Result>>(ana, verb => verb.RunAsync(new(field, id, null, "+Dog"), Ct));

        var file = (await FileAsync(fixture, ana)).Value!;

        Assert.Contains("Pet", file, StringComparison.Ordinal);
        Assert.Contains("'=cmd", file, StringComparison.Ordinal);
        Assert.Contains("'+Dog", file, StringComparison.Ordinal);
        Assert.True(await organization.SaveAsync(unit => unit.Db.AuditEntries.AnyAsync(entry => entry.MemberId == ana.Id && entry.Verb == "contacts.export", Ct)));
    }

    [Fact]
    public async Task A_view_is_saved_changed_deleted_and_comes_back()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        var agents = PeopleView.Parse(["kind.is.agent"], null, null);
        Assert.Equal(Refusal.NotAllowed, (await SaveAsync(fixture, ana, new(null, "Agents", agents, IsShared: true))).Refusal);

        var saved = (await SaveAsync(fixture, ana, new(null, "Agents", agents))).Value!;
        Assert.Equal(Refusal.NotFound, (await SaveAsync(fixture, marc, new(saved.ViewId, "Mine now", null))).Refusal);
        Assert.True((await SaveAsync(fixture, ana, new(saved.ViewId, "My agents", null))).IsDone);
        var deleted = await fixture.AsAsync<DeletePeopleView, Outcome<App.Shell.Undo.Changed>>(ana, verb => verb.RunAsync(new(saved.ViewId), Ct));
        Assert.True((await fixture.UndoAsync(ana, deleted.Value!.UndoId)).IsDone);

        var views = (await fixture.AsAsync<PeopleViewsQuery, Outcome<IReadOnlyList<PeopleViewLine>>>(ana, query => query.ReadAsync(Ct))).Value!;
        Assert.Equal("My agents", views[^1].Name);
        Assert.Equal("f=kind.is.agent", views[^1].View.ToQuery());
    }

    private static Task<Outcome<SavePeopleView.Result>> SaveAsync(CrmFixture fixture, TestMember member, SavePeopleView.Input input) => fixture.AsAsync<SavePeopleView, Outcome<SavePeopleView.Result>>(member, verb => verb.RunAsync(input, Ct));

    private static async Task<IEnumerable<string>> NamesAsync(CrmFixture fixture, TestMember member, string filter) => (await fixture.PeopleAsync(member, PeopleView.Parse([filter], null, null))).Value!.Rows.Select(row => row.Name);

    private static async Task<Guid> FieldAsync(CrmFixture fixture, TestOrganization organization, TestMember admin, string label, string? choice)
    {
        var defined = await fixture.AsAsync<SaveField, Outcome<App.Shell.Undo.Changed>>(admin, verb => verb.RunAsync(
            new(null, App.Contacts.ContactTables.Contacts, label, choice is null ? CustomFieldKind.Text : CustomFieldKind.Choice, choice is null ? [] : [choice]), Ct));
        Assert.True(defined.IsDone);
        return await organization.SaveAsync(unit => unit.Db.CustomFields.Select(field => field.Id).SingleAsync(Ct));
    }

    private static Task<Outcome<string>> FileAsync(CrmFixture fixture, TestMember member) => fixture.AsAsync<PeopleExport, Outcome<string>>(member, async export =>
    {
        var read = await export.ReadAsync(new(PeopleView.Everybody), Ct);
        if (!read.IsDone) return read.Refusal;
        using var into = new MemoryStream();
        await read.Value.WriteAsync(into, Ct);
        return Encoding.UTF8.GetString(into.ToArray());
    });
}
