using CrmStudio.App.Contacts.Duplicates;
using CrmStudio.App.Contacts.Duplicates.Queries;
using CrmStudio.App.Contacts.Duplicates.UseCases;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Contacts.Duplicates;

public sealed class MergeQueriesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_looks_at_anothers_record_through_a_comparison_a_search_or_an_old_link()
    {
        var (fixture, organization, people) = await StartAsync();
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer), await organization.MemberAsync(BuiltInRole.LoanOfficer));
        var (mine, his, gone) = (await people.PersonAsync(ana, "Jon", "Whitlock", "jon@example.com"), await people.PersonAsync(marc, "John", "Whitlock", "jon@example.com"), await people.PersonAsync(marc, "Johnny", "Whitlock"));
        await people.MergeAsync(marc, his, gone);
        await using var scope = await fixture.AsAsync(ana);
        var services = scope.ServiceProvider;

        Assert.Equal(Refusal.NotFound, (await services.GetRequiredService<MergePreviewQuery>().ReadAsync(DuplicateKind.People, mine, his, Ct)).Refusal);
        var candidates = (await services.GetRequiredService<MergeCandidatesQuery>().ReadAsync(DuplicateKind.People, mine, "jon@example.com", Ct)).Value!;
        Assert.Empty(candidates.Alike);
        Assert.Empty(candidates.Found);
        Assert.Null((await services.GetRequiredService<MergedIntoQuery>().ReadAsync(DuplicateKind.People, gone, Ct)).Value);
        Assert.Empty((await services.GetRequiredService<MergesQuery>().ReadAsync(null, Ct)).Value!.Rows);
        Assert.Equal(Refusal.NotFound, (await people.PartAsync(ana, await people.LastMergeAsync())).Refusal);
    }

    [Fact]
    public async Task A_comparison_shows_what_differs_and_what_would_move_and_an_old_link_arrives()
    {
        var (fixture, organization, people) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin, "Ruth", "Calloway");
        var (jon, john) = (await people.PersonAsync(admin, "Jon", "Whitlock", "jon@example.com", state: "ME"), await people.PersonAsync(admin, "John", "Whitlock", "john@example.com", state: "ME"));
        await organization.SaveAsync(unit =>
        {
            unit.Db.DueTasks.Add(new DueTask("contacts", john, "Call back", new DateOnly(2026, 12, 3), null, null));
            unit.Db.Activities.AddRange(new Activity("contacts", john, ActivityKind.Note, "One", null, unit.At), new Activity("contacts", john, ActivityKind.Note, "Two", null, unit.At));
        });
        await using var scope = await fixture.AsAsync(admin);
        var services = scope.ServiceProvider;

        var preview = (await services.GetRequiredService<MergePreviewQuery>().ReadAsync(DuplicateKind.People, jon, john, Ct)).Value!;
        Assert.Equal(["name", "email"], preview.Choices.Where(choice => choice.Differs).Select(choice => choice.Name));
        Assert.Equal(("Ruth Calloway", "Ruth Calloway"), preview.Choices.Where(choice => choice.Name == "owner").Select(choice => (choice.First, choice.Second)).Single());
        Assert.Equal(["1 task", "2 lines of the timeline"], preview.Second.Rows.Select(row => MergeWords.Count(row.Key, row.Value)).Order());
        Assert.Equal(john, Assert.Single((await services.GetRequiredService<MergeCandidatesQuery>().ReadAsync(DuplicateKind.People, jon, "John Wh", Ct)).Value!.Found).Id);

        await people.MergeAsync(admin, jon, john);
        Assert.Equal(jon, (await services.GetRequiredService<MergedIntoQuery>().ReadAsync(DuplicateKind.People, john, Ct)).Value);
        var merge = Assert.Single((await services.GetRequiredService<MergesQuery>().ReadAsync(null, Ct)).Value!.Rows);
        Assert.Equal(("John Whitlock", "Jon Whitlock", "Ruth Calloway"), (merge.LostName, merge.SurvivorName, merge.By));
    }

    [Fact]
    public async Task What_is_too_much_for_one_act_is_refused()
    {
        var (fixture, organization, people) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var (jon, john) = (await people.PersonAsync(admin, "Jon", "Whitlock"), await people.PersonAsync(admin, "John", "Whitlock"));
        await organization.SaveAsync(unit => unit.Many.Add(Enumerable.Range(0, RecordMerge.RowLimit + 1).Select(_ => new Activity("contacts", john, ActivityKind.Note, "Note", null, unit.At))));
        await using var scope = await fixture.AsAsync(admin);

        Assert.Equal("merges.too-much", (await people.MergeAsync(admin, jon, john)).Refusal?.Code);
        Assert.Equal(MergeRefusals.SameRecord, (await people.MergeAsync(admin, jon, jon)).Refusal);
        Assert.Equal("PairIds", (await scope.ServiceProvider.GetRequiredService<DismissPairs>().RunAsync(new([.. Enumerable.Range(0, DismissPairs.Limit + 1).Select(_ => Guid.NewGuid())]), Ct)).Refusal?.Field);
    }

    private static async Task<(CrmFixture, TestOrganization, MergedPeople)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        return (fixture, organization, new MergedPeople(fixture, organization));
    }
}
