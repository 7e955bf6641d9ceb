using CrmStudio.App.Contacts;
using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Contacts.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Testing;

namespace CrmStudio.App.Tests.Contacts;

public sealed class CompanyAndTagTests
{
    private static readonly Dictionary<Guid, string?> nothing = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_enters_no_company_and_only_who_may_set_fields_defines_one_or_tidies_tags()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var viewer = await organization.MemberAsync(BuiltInRole.Viewer);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");

        Assert.Equal(Refusal.NotAllowed, (await AddAsync(fixture, viewer, new("Harbor Title"))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await DefineAsync(fixture, ana, "Pet")).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await RemoveAsync(fixture, ana, Guid.NewGuid(), null)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await fixture.AsAsync<TagsQuery, Outcome<IReadOnlyList<TagLine>>>(ana, query => query.ReadAsync(Ct))).Refusal);
    }

    [Fact]
    public async Task A_company_of_one_name_is_entered_once_and_its_page_shows_only_people_one_sees()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        var company = (await AddAsync(fixture, ana, new("Harbor Title, LLC", CompanyKind.Title, "harbor.example"))).Value!.CompanyId;
        foreach (var owner in new[] { ana, marc }) await organization.PersonAsync(owner, owner.Name, facts: new(null, null, CompanyId: company));

        Assert.Equal("Name", (await AddAsync(fixture, marc, new("harbor title"))).Refusal?.Field);
        Assert.Equal("Ana Reyes Whitlock", Assert.Single((await ReadAsync(fixture, ana, company)).People).Name);
        Assert.Equal(1, Assert.Single((await fixture.AsAsync<CompaniesQuery, Outcome<CompaniesPart>>(ana, query => query.ReadAsync(new(CompanyKind.Title, "harbor"), Ct))).Value!.Rows).People);
    }

    [Fact]
    public async Task A_fact_of_a_company_is_judged_at_the_field_and_two_who_change_it_are_told_of_each_other()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var company = (await AddAsync(fixture, ana, new("Harbor Title"))).Value!.CompanyId;

        Assert.Equal("Rating", (await EditAsync(fixture, ana, company, "Rating", null, "many")).Refusal?.Field);
        Assert.Equal("Website", (await EditAsync(fixture, ana, company, "Website", null, "javascript:alert(1)")).Refusal?.Field);
        var rated = await EditAsync(fixture, ana, company, "Rating", null, "4.7");
        Assert.Equal("4.7", (await EditAsync(fixture, ana, company, "Rating", null, "3")).Value?.Theirs);
        await EditAsync(fixture, ana, company, "LicenceExpiresOn", null, "3/15/2020");
        Assert.True((await ReadAsync(fixture, ana, company)).IsLicenceOver);
        Assert.NotNull(rated.Value!.Changed!.UndoId);
    }

    [Fact]
    public async Task A_tag_merged_into_another_is_on_its_records_once_and_one_undo_parts_them_again()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var (one, both) = (await organization.PersonAsync(admin, "One"), await organization.PersonAsync(admin, "Both"));
        await fixture.TagAsync(admin, one, "Vip");
        await fixture.TagAsync(admin, both, "VIP");
        await fixture.TagAsync(admin, both, "Gold");
        var tags = await TagsAsync(fixture, admin);
        Assert.Equal(["Gold", "Vip"], tags.Select(tag => tag.Name));

        var merged = await RemoveAsync(fixture, admin, tags[1].Id, tags[0].Id);

        Assert.Equal(("Gold", 2), await TagsAsync(fixture, admin) is [var only] ? (only.Name, only.Records) : default);
        Assert.True((await fixture.UndoAsync(admin, merged.Value!.UndoId)).IsDone);
        Assert.Equal([("Gold", 1), ("Vip", 2)], (await TagsAsync(fixture, admin)).Select(tag => (tag.Name, tag.Records)));
    }

    [Fact]
    public async Task A_tag_is_renamed_but_not_to_one_there_is()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var id = await organization.PersonAsync(admin);
        await fixture.TagAsync(admin, id, "Gold");
        await fixture.TagAsync(admin, id, "Silver");
        var gold = (await TagsAsync(fixture, admin))[0].Id;

        Assert.Equal("Name", (await RenameAsync(fixture, admin, gold, "silver")).Refusal?.Field);
        Assert.True((await RenameAsync(fixture, admin, gold, "Platinum")).IsDone);
    }

    [Fact]
    public async Task A_field_is_defined_worded_retired_and_offered_again_and_values_outlive_it()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var id = await organization.PersonAsync(admin);
        Assert.Equal("Choices", (await DefineAsync(fixture, admin, "Pet", CustomFieldKind.Choice)).Refusal?.Field);
        await DefineAsync(fixture, admin, "Children", CustomFieldKind.Number);
        var field = Assert.Single(await FieldsAsync(fixture, admin));

        Assert.Equal("children", (await SayAsync(fixture, admin, field.Id, id, null, "many")).Refusal?.Field);
        Assert.NotNull((await SayAsync(fixture, admin, field.Id, id, null, "2")).Value!.Changed);
        Assert.Equal("2", (await SayAsync(fixture, admin, field.Id, id, null, "3")).Value!.Theirs);
        await RetireAsync(fixture, admin, field.Id, true);
        Assert.Equal(Refusal.NotFound, (await SayAsync(fixture, admin, field.Id, id, "2", "3")).Refusal);
        await RetireAsync(fixture, admin, field.Id, false);

        Assert.Equal((1, null), await FieldsAsync(fixture, admin) is [var again] ? (again.Values, again.RetiredAt) : default);
        Assert.Equal("2", (await fixture.PersonAsync(admin, id)).Value!.Own[field.Id]);
    }

    private static Task<Outcome<AddCompany.Result>> AddAsync(CrmFixture fixture, TestMember member, CompanyFacts facts) => fixture.AsAsync<AddCompany, Outcome<AddCompany.Result>>(member, verb => verb.RunAsync(new(facts, nothing), Ct));

    private static Task<Outcome<EditCompany.Result>> EditAsync(CrmFixture fixture, TestMember member, Guid id, string fact, string? was, string? text) => fixture.AsAsync<EditCompany, Outcome<EditCompany.Result>>(member, verb => verb.RunAsync(new(id, fact, was, text), Ct));

    private static async Task<CompanyDetail> ReadAsync(CrmFixture fixture, TestMember member, Guid id) => (await fixture.AsAsync<CompanyQuery, Outcome<CompanyDetail>>(member, query => query.ReadAsync(id, Ct))).Value!;

    private static Task<Outcome<Changed>> DefineAsync(CrmFixture fixture, TestMember member, string label, CustomFieldKind kind = CustomFieldKind.Text) =>
        fixture.AsAsync<SaveField, Outcome<Changed>>(member, verb => verb.RunAsync(new(null, ContactTables.Contacts, label, kind, []), Ct));

    private static Task<Outcome<Changed>> RetireAsync(CrmFixture fixture, TestMember member, Guid id, bool isRetired) => fixture.AsAsync<RetireField, Outcome<Changed>>(member, verb => verb.RunAsync(new(id, isRetired), Ct));

    private static async Task<IReadOnlyList<FieldLine>> FieldsAsync(CrmFixture fixture, TestMember member) => (await fixture.AsAsync<FieldsQuery, Outcome<IReadOnlyList<FieldLine>>>(member, query => query.ReadAsync(Ct))).Value!;

    private static Task<Outcome<SayOwn.Result>> SayAsync(CrmFixture fixture, TestMember member, Guid field, Guid id, string? was, string? text) => fixture.AsAsync<SayOwn, Outcome<SayOwn.Result>>(member, verb => verb.RunAsync(new(field, id, was, text), Ct));

    private static async Task<IReadOnlyList<TagLine>> TagsAsync(CrmFixture fixture, TestMember member) => (await fixture.AsAsync<TagsQuery, Outcome<IReadOnlyList<TagLine>>>(member, query => query.ReadAsync(Ct))).Value!;

    private static Task<Outcome<Changed>> RemoveAsync(CrmFixture fixture, TestMember member, Guid id, Guid? into) => fixture.AsAsync<RemoveTag, Outcome<Changed>>(member, verb => verb.RunAsync(new(id, into), Ct));

    private static Task<Outcome<Changed>> RenameAsync(CrmFixture fixture, TestMember member, Guid id, string name) => fixture.AsAsync<RenameTag, Outcome<Changed>>(member, verb => verb.RunAsync(new(id, name), Ct));
}
