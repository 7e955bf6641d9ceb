using CrmStudio.App.Access.UseCases;
using CrmStudio.App.Shell.Drafts.Queries;
using CrmStudio.App.Shell.Drafts.UseCases;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Drafts;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Shell.Drafts;

public sealed class DraftTests
{
    private const string Form = "loans.open", Typed = """{"Amount":{"v":"409,600","w":""}}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_member_typed_is_read_by_nobody_else()
    {
        var (fixture, organization, ana) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var elsewhere = await (await TestOrganization.CreateAsync(fixture, "Other Lending")).MemberAsync(BuiltInRole.Admin);
        await SaveAsync(fixture, ana, Form, Typed);

        Assert.Null(await ReadAsync(fixture, admin, Form));
        Assert.Null(await ReadAsync(fixture, elsewhere, Form));
        Assert.Equal(Typed, (await ReadAsync(fixture, ana, Form))!.Fields);

        await DropAsync(fixture, admin, Form);
        Assert.NotNull(await ReadAsync(fixture, ana, Form));
    }

    [Fact]
    public async Task Whoever_became_an_assistant_gets_no_amount_back_that_was_typed_before()
    {
        var (fixture, organization, ana) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await SaveAsync(fixture, ana, Form, Typed);
        var assistant = await organization.SaveAsync(unit => unit.Db.Roles.Where(role => role.BuiltIn == BuiltInRole.Assistant).Select(role => role.Id).SingleAsync(Ct));

        await using (var scope = await fixture.AsAsync(admin))
            Assert.True((await scope.ServiceProvider.GetRequiredService<ChangeMemberRole>().RunAsync(new(ana.Id, [assistant]), Ct)).IsDone);

        Assert.Null(await ReadAsync(fixture, ana, Form));
    }

    [Theory]
    [InlineData("loans.open", "[]")]
    [InlineData("loans.open", "not json")]
    [InlineData("loans.open", """{"a":{"b":{"c":{}}}}""")]
    [InlineData("Loans/../other", "{\"a\":{}}")]
    [InlineData("", "{\"a\":{}}")]
    public async Task What_is_no_text_of_a_form_is_not_kept(string form, string fields)
    {
        var (fixture, _, ana) = await StartAsync();

        Assert.Equal("common.invalid", (await SaveAsync(fixture, ana, form, fields)).Refusal!.Code);
        Assert.Equal("common.invalid", (await SaveAsync(fixture, ana, Form, $$"""{"Note":"{{new string('x', Draft.TextMaxLength)}}"}""")).Refusal!.Code);
    }

    [Fact]
    public async Task The_last_letters_stand_and_nothing_is_kept_when_all_is_as_it_was()
    {
        var (fixture, organization, ana) = await StartAsync();
        await SaveAsync(fixture, ana, Form, """{"Amount":{"v":"4","w":""}}""");
        await SaveAsync(fixture, ana, Form, Typed);
        await SaveAsync(fixture, ana, "loans.note:1", """{"note-text":{"v":"Called","w":""}}""");

        Assert.Equal(Typed, (await ReadAsync(fixture, ana, Form))!.Fields);
        await SaveAsync(fixture, ana, Form, "{}");
        Assert.Null(await ReadAsync(fixture, ana, Form));
        Assert.Equal(1, await organization.SaveAsync(unit => unit.Db.Drafts.CountAsync(Ct)));
    }

    [Fact]
    public async Task Typing_leaves_no_trace_in_the_audit_trail_and_nothing_to_undo()
    {
        var (fixture, organization, ana) = await StartAsync();
        var before = await TracesAsync(organization);

        await SaveAsync(fixture, ana, Form, Typed);
        await SaveAsync(fixture, ana, Form, """{"Amount":{"v":"5","w":""}}""");
        await DropAsync(fixture, ana, Form);

        Assert.Equal(before, await TracesAsync(organization));
    }

    [Fact]
    public async Task A_member_keeps_fifty_drafts_and_the_oldest_go_first()
    {
        var (fixture, organization, ana) = await StartAsync();
        for (var number = 0; number <= SaveDraft.AtMost; number++) Assert.True((await SaveAsync(fixture, ana, $"loans.note:{number}", Typed)).IsDone);

        Assert.Equal(SaveDraft.AtMost, await organization.SaveAsync(unit => unit.Db.Drafts.CountAsync(Ct)));
        Assert.Null(await ReadAsync(fixture, ana, "loans.note:0"));
        Assert.NotNull(await ReadAsync(fixture, ana, $"loans.note:{SaveDraft.AtMost}"));
    }

    [Fact]
    public async Task A_draft_nobody_came_back_to_is_forgotten_after_thirty_days()
    {
        var (fixture, organization, ana) = await StartAsync();
        await organization.SaveAsync(unit =>
        {
            unit.Db.Drafts.Add(new Draft(ana.Id, "loans.old", Typed, 1, unit.At - ForgetOldDrafts.KeptFor - TimeSpan.FromMinutes(1)));
            unit.Db.Drafts.Add(new Draft(ana.Id, "loans.young", Typed, 1, unit.At - ForgetOldDrafts.KeptFor + TimeSpan.FromMinutes(1)));
        });

        await using (var scope = fixture.AsSystem(organization))
            Assert.Equal(1, (await scope.ServiceProvider.GetRequiredService<ForgetOldDrafts>().RunAsync(Ct)).Value);

        Assert.Equal("loans.young", await organization.SaveAsync(unit => unit.Db.Drafts.Select(draft => draft.Form).SingleAsync(Ct)));
    }

    private static async Task<Outcome> SaveAsync(CrmFixture fixture, TestMember member, string form, string fields)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<SaveDraft>().RunAsync(new(form, fields), Ct);
    }

    private static async Task DropAsync(CrmFixture fixture, TestMember member, string form)
    {
        await using var scope = await fixture.AsAsync(member);
        Assert.True((await scope.ServiceProvider.GetRequiredService<DropDraft>().RunAsync(new(form), Ct)).IsDone);
    }

    private static async Task<KeptText?> ReadAsync(CrmFixture fixture, TestMember member, string form)
    {
        await using var scope = await fixture.AsAsync(member);
        return (await scope.ServiceProvider.GetRequiredService<DraftQuery>().ReadAsync([form], Ct)).Value!.GetValueOrDefault(form);
    }

    private static Task<(int, int)> TracesAsync(TestOrganization organization) =>
        organization.SaveAsync(async unit => (await unit.Db.AuditEntries.CountAsync(Ct), await unit.Db.UndoEntries.CountAsync(Ct)));

    private static async Task<(CrmFixture, TestOrganization, TestMember)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        return (fixture, organization, await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"));
    }
}
