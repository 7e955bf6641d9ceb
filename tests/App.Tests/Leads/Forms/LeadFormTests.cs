using CrmStudio.App.Leads.Forms.Queries;
using CrmStudio.App.Leads.Forms.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Forms;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Leads.Forms;

public sealed class LeadFormTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_may_make_no_forms_sees_makes_and_changes_none()
    {
        var organization = await TestOrganization.CreateAsync(await CrmFixture.SharedAsync());
        var officer = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var form = await FormAsync(organization);

        Assert.Equal(Refusal.NotAllowed, (await AsAsync<LeadFormsQuery, Outcome<LeadFormsView>>(officer, query => query.ReadAsync(Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await AsAsync<MakeLeadForm, Outcome<Changed>>(officer, make => make.RunAsync(new(Setup()), Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await AsAsync<TurnLeadForm, Outcome<Changed>>(officer, turn => turn.RunAsync(new(form, false), Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await AsAsync<RetryCapture, Outcome<Changed>>(officer, retry => retry.RunAsync(new(Guid.NewGuid()), Ct))).Refusal);
    }

    [Fact]
    public async Task A_form_is_made_set_turned_off_and_that_can_be_undone()
    {
        var organization = await TestOrganization.CreateAsync(await CrmFixture.SharedAsync());
        var manager = await organization.MemberAsync(BuiltInRole.Manager);

        Assert.NotNull((await AsAsync<MakeLeadForm, Outcome<Changed>>(manager, make => make.RunAsync(new(Setup("First")), Ct))).Value?.UndoId);
        Assert.Equal(FormRefusals.NameTaken, (await AsAsync<MakeLeadForm, Outcome<Changed>>(manager, make => make.RunAsync(new(Setup("First")), Ct))).Refusal);
        var line = (await AsAsync<LeadFormsQuery, Outcome<LeadFormsView>>(manager, query => query.ReadAsync(Ct))).Value!.Forms.Single();
        await AsAsync<ChangeLeadForm, Outcome<Changed>>(manager, change => change.RunAsync(new(line.Id, Setup("Second")), Ct));
        var turned = await AsAsync<TurnLeadForm, Outcome<Changed>>(manager, turn => turn.RunAsync(new(line.Id, false), Ct));
        Assert.False((await AsAsync<LeadFormsQuery, Outcome<LeadFormsView>>(manager, query => query.ReadAsync(Ct))).Value!.Forms.Single() is { IsOn: true } or { Setup.Name: "First" });

        await AsAsync<UndoChange, Outcome<string>>(manager, undo => undo.RunAsync(new(turned.Value!.UndoId!.Value), Ct));
        Assert.True((await AsAsync<LeadFormsQuery, Outcome<LeadFormsView>>(manager, query => query.ReadAsync(Ct))).Value!.Forms.Single().IsOn);
    }

    [Theory]
    [InlineData("*", "Origins")]
    [InlineData("http://plain.example", "Origins")]
    [InlineData("ftp://files.example", "Origins")]
    public async Task A_site_that_is_none_is_named_at_its_field(string origin, string field)
    {
        var organization = await TestOrganization.CreateAsync(await CrmFixture.SharedAsync());
        var manager = await organization.MemberAsync(BuiltInRole.Manager);

        var made = await AsAsync<MakeLeadForm, Outcome<Changed>>(manager, make => make.RunAsync(new(Setup() with { Origins = [origin] }), Ct));

        Assert.Equal(field, made.Refusal?.Field);
    }

    private static LeadFormSetup Setup(string name = "Website") => new(name, LeadSources.Web, ["www.harborline.example/contact"], [new FormConsent(ConsentChannel.Email, ConsentPurpose.Marketing, "Offers by e-mail.")], "");

    private static Task<Guid> FormAsync(TestOrganization organization) => organization.SaveAsync(unit =>
    {
        var form = new LeadForm(Guid.NewGuid().ToString("n"));
        form.Set(Setup());
        unit.Db.LeadForms.Add(form);
        return Task.FromResult(form.Id);
    });

    private static async Task<TOutcome> AsAsync<TVerb, TOutcome>(TestMember member, Func<TVerb, Task<TOutcome>> run)
        where TVerb : notnull
    {
        await using var scope = await (await CrmFixture.SharedAsync()).AsAsync(member);
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }
}
