using CrmStudio.App.Leads.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Leads.UseCases;

/// <summary>The verbs on leads: who may not, what they do, and the way back of each.</summary>
public sealed class LeadVerbTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_does_none_of_it()
    {
        var (fixture, organization) = await StartAsync();
        var viewer = await organization.MemberAsync(BuiltInRole.Viewer);
        var id = await organization.LeadAsync(of: viewer);

        Refusal?[] answers =
        [
            (await fixture.RunAsync<EnterLead, Outcome<EnterLead.Entered>>(viewer, verb => verb.RunAsync(Entry("Lucía", "l@example.com"), Ct))).Refusal,
            (await fixture.RunAsync<AssignLeads, Outcome<LeadsWorked>>(viewer, verb => verb.RunAsync(new([id], viewer.Id), Ct))).Refusal,
            (await fixture.RunAsync<SnoozeLeads, Outcome<LeadsWorked>>(viewer, verb => verb.RunAsync(new([id], TimeProvider.System.GetUtcNow().AddDays(1)), Ct))).Refusal,
            (await fixture.RunAsync<WakeLead, Outcome<Changed>>(viewer, verb => verb.RunAsync(new(id), Ct))).Refusal,
            (await TouchAsync(fixture, viewer, id, new(ActivityKind.Call, null, CallResult.Reached))).Refusal,
            (await fixture.RunAsync<PlanNextStep, Outcome<Changed>>(viewer, verb => verb.RunAsync(new(id, "Call", null), Ct))).Refusal,
            (await fixture.RunAsync<SetLeadStatus, Outcome<Changed>>(viewer, verb => verb.RunAsync(new(id, LeadStatus.Qualified), Ct))).Refusal,
            (await fixture.RunAsync<EndLeads, Outcome<LeadsWorked>>(viewer, verb => verb.RunAsync(new([id], LeadStatus.Lost, "Went elsewhere"), Ct))).Refusal,
            (await fixture.RunAsync<ReopenLead, Outcome<Changed>>(viewer, verb => verb.RunAsync(new(id), Ct))).Refusal,
            (await fixture.RunAsync<EditLead, Outcome<Changed>>(viewer, verb => verb.RunAsync(new(id, new(), "Web", null, 0), Ct))).Refusal,
            (await fixture.RunAsync<TagLeads, Outcome<LeadsWorked>>(viewer, verb => verb.RunAsync(new([id], "VA"), Ct))).Refusal,
        ];

        Assert.All(answers, answer => Assert.Equal(Refusal.NotAllowed, answer));
    }

    [Fact]
    public async Task An_officer_does_not_work_the_lead_of_another_and_gives_none_away()
    {
        var (fixture, organization) = await StartAsync();
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer), await organization.MemberAsync(BuiltInRole.LoanOfficer));
        var id = await organization.LeadAsync(of: ana);

        Assert.Equal(Refusal.NotFound, (await TouchAsync(fixture, marc, id, new(ActivityKind.Note, "Mine"))).Refusal);
        Assert.Equal(Refusal.NotFound, (await fixture.RunAsync<EndLeads, Outcome<LeadsWorked>>(marc, verb => verb.RunAsync(new([id], LeadStatus.Lost, "Gone"), Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await fixture.RunAsync<AssignLeads, Outcome<LeadsWorked>>(ana, verb => verb.RunAsync(new([id], marc.Id), Ct))).Refusal);
    }

    [Fact]
    public async Task Entered_by_hand_a_lead_is_ours_and_a_second_entry_of_the_person_is_added_to_it()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);

        var entered = await fixture.RunAsync<EnterLead, Outcome<EnterLead.Entered>>(ana, verb => verb.RunAsync(Entry("Lucía", "lucia@example.com"), Ct));
        var again = await fixture.RunAsync<EnterLead, Outcome<EnterLead.Entered>>(ana, verb => verb.RunAsync(Entry("Lucia", "LUCIA@example.com"), Ct));

        Assert.Equal((entered.Value!.LeadId, true, false), (again.Value!.LeadId, entered.Value.IsNew, again.Value.IsNew));
        var lead = await organization.ReadLeadAsync(entered.Value.LeadId);
        Assert.Equal((ana.Id, 2, 300_000m), (lead.AssigneeId, lead.Inquiries, lead.Amount));
        Assert.Equal(1, await organization.SaveAsync(unit => unit.Db.Contacts.CountAsync(Ct)));

        Assert.True((await fixture.UndoAsync(ana, again.Value.Changed.UndoId)).IsDone);
        Assert.True((await fixture.UndoAsync(ana, entered.Value.Changed.UndoId)).IsDone);
        Assert.Equal(0, await organization.SaveAsync(unit => unit.Db.Leads.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_lead_nobody_could_answer_is_refused_at_the_field()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);

        var entered = await fixture.RunAsync<EnterLead, Outcome<EnterLead.Entered>>(ana, verb => verb.RunAsync(Entry("Lucía", null), Ct));

        Assert.Equal("Phone", entered.Refusal?.Field);
    }

    [Fact]
    public async Task A_manager_gives_several_to_somebody_and_what_could_not_be_given_says_why()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"), await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois"));
        var viewer = await organization.MemberAsync(BuiltInRole.Viewer);
        var (one, two) = (await organization.LeadAsync(of: ana, name: "Ada One"), await organization.LeadAsync(of: marc, name: "Bo Two"));

        var given = await fixture.RunAsync<AssignLeads, Outcome<LeadsWorked>>(admin, verb => verb.RunAsync(new([one, two], marc.Id), Ct));

        Assert.Equal("Gave Ada One to Marc Dubois", given.Value!.Changed!.Summary);
        Assert.Equal("Bo Two", Assert.Single(given.Value.Left).Name);
        Assert.Equal(AssignmentKind.Given, (await organization.SaveAsync(unit => unit.Db.LeadAssignments.SingleAsync(Ct))).Kind);
        Assert.Equal(LeadRefusals.WorksNoLeads, (await fixture.RunAsync<AssignLeads, Outcome<LeadsWorked>>(admin, verb => verb.RunAsync(new([one], viewer.Id), Ct))).Refusal);

        Assert.True((await fixture.UndoAsync(admin, given.Value.Changed.UndoId)).IsDone);
        Assert.Equal(ana.Id, (await organization.ReadLeadAsync(one)).AssigneeId);
    }

    [Fact]
    public async Task Snoozed_until_the_past_is_refused_and_until_tomorrow_goes_and_is_woken()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var id = await organization.LeadAsync(of: ana);

        Assert.Equal(nameof(Lead.SnoozedUntil), (await fixture.RunAsync<SnoozeLeads, Outcome<LeadsWorked>>(ana, verb => verb.RunAsync(new([id], TimeProvider.System.GetUtcNow().AddMinutes(-1)), Ct))).Refusal?.Field);
        Assert.True((await fixture.RunAsync<SnoozeLeads, Outcome<LeadsWorked>>(ana, verb => verb.RunAsync(new([id], TimeProvider.System.GetUtcNow().AddDays(1)), Ct))).IsDone);
        Assert.NotNull((await organization.ReadLeadAsync(id)).SnoozedUntil);

        var woken = await fixture.RunAsync<WakeLead, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id), Ct));
        Assert.Null((await organization.ReadLeadAsync(id)).SnoozedUntil);
        Assert.True((await fixture.UndoAsync(ana, woken.Value!.UndoId)).IsDone);
        Assert.NotNull((await organization.ReadLeadAsync(id)).SnoozedUntil);
    }

    [Fact]
    public async Task A_call_that_reached_the_person_counts_answers_and_stands_on_the_timeline()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var id = await organization.LeadAsync(of: ana, with: (lead, _, at) => lead.Promise(at.AddMinutes(5)));

        var logged = await TouchAsync(fixture, ana, id, new(ActivityKind.Call, "Wants to see the house", CallResult.Reached, false, 4));

        Assert.Equal("Logged a call with Dorian Achebe", logged.Value?.Summary);
        var lead = await organization.ReadLeadAsync(id);
        Assert.Equal((LeadStatus.Contacted, 1, (DateTimeOffset?)null, false), (lead.Status, lead.Attempts, lead.AnswerBy, lead.IsBreached));
        Assert.NotNull(lead.FirstContactAt);
        var (line, touched) = await organization.SaveAsync(async unit => (await unit.Db.Activities.SingleAsync(Ct), await unit.Db.Contacts.Select(contact => contact.LastTouchAt).SingleAsync(Ct)));
        Assert.Equal((CallResult.Reached, 4, id), (line.Result, line.Minutes, line.EntityId));
        Assert.NotNull(touched);

        Assert.True((await fixture.UndoAsync(ana, logged.Value!.UndoId)).IsDone);
        Assert.Equal((LeadStatus.New, 0), ((await organization.ReadLeadAsync(id)).Status, (await organization.ReadLeadAsync(id)).Attempts));
        Assert.Equal("Text", (await TouchAsync(fixture, ana, id, new(ActivityKind.Note, " "))).Refusal?.Field);
    }

    [Fact]
    public async Task Status_and_next_step_are_set_and_taken_back()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var id = await organization.LeadAsync(of: ana);

        var planned = await fixture.RunAsync<PlanNextStep, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id, "Send the checklist", new DateOnly(2026, 12, 4)), Ct));
        var stands = await fixture.RunAsync<SetLeadStatus, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id, LeadStatus.Nurturing), Ct));
        Assert.Equal(LeadRefusals.EndsOtherwise, (await fixture.RunAsync<SetLeadStatus, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id, LeadStatus.Lost), Ct))).Refusal);
        Assert.Equal((LeadStatus.Nurturing, "Send the checklist"), ((await organization.ReadLeadAsync(id)).Status, (await organization.ReadLeadAsync(id)).NextStep));

        Assert.True((await fixture.UndoAsync(ana, stands.Value!.UndoId)).IsDone);
        Assert.True((await fixture.UndoAsync(ana, planned.Value!.UndoId)).IsDone);
        Assert.Equal((LeadStatus.New, null), ((await organization.ReadLeadAsync(id)).Status, (await organization.ReadLeadAsync(id)).NextStep));
    }

    [Fact]
    public async Task Lost_takes_a_reason_and_is_opened_again_unless_the_person_is_an_open_lead_by_then()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var id = await organization.LeadAsync(of: ana);

        Assert.Equal(LeadRefusals.ReasonNeeded, (await fixture.RunAsync<EndLeads, Outcome<LeadsWorked>>(ana, verb => verb.RunAsync(new([id], LeadStatus.Lost, " "), Ct))).Refusal);
        Assert.True((await fixture.RunAsync<EndLeads, Outcome<LeadsWorked>>(ana, verb => verb.RunAsync(new([id], LeadStatus.Lost, "Went elsewhere"), Ct))).IsDone);
        Assert.True((await fixture.RunAsync<ReopenLead, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id), Ct))).IsDone);
        await fixture.RunAsync<EndLeads, Outcome<LeadsWorked>>(ana, verb => verb.RunAsync(new([id], LeadStatus.Unqualified, "Wrong number"), Ct));
        await fixture.RunAsync<EnterLead, Outcome<EnterLead.Entered>>(ana, verb => verb.RunAsync(Entry("Dorian", "dorian.achebe@example.com"), Ct));

        Assert.Equal("leads.open-already", (await fixture.RunAsync<ReopenLead, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id), Ct))).Refusal?.Code);
    }

    [Fact]
    public async Task An_edit_on_old_values_is_refused_and_who_sees_no_amounts_keeps_the_amount()
    {
        var (fixture, organization) = await StartAsync();
        var team = await organization.TeamAsync("Mill Street");
        var (ana, ben) = (await organization.MemberAsync(BuiltInRole.LoanOfficer, teamId: team), await organization.MemberAsync(BuiltInRole.Assistant, teamId: team));
        var id = await organization.LeadAsync(of: ana);
        var version = (await organization.ReadLeadAsync(id)).Version;

        Assert.True((await fixture.RunAsync<EditLead, Outcome<Changed>>(ben, verb => verb.RunAsync(new(id, new(LeadInterest.CashOut, null, 1m, "NH"), "Referral", "Cora", version), Ct))).IsDone);
        Assert.Equal(Refusal.ChangedMeanwhile, (await fixture.RunAsync<EditLead, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id, new(), "Web", null, version), Ct))).Refusal);
        var lead = await organization.ReadLeadAsync(id);
        Assert.Equal((LeadInterest.CashOut, 480_000m, "NH", "Referral"), (lead.Interest, lead.Amount, lead.PropertyState, lead.Source));
    }

    [Fact]
    public async Task A_tag_is_made_once_and_put_on_once()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var (one, two) = (await organization.LeadAsync(of: ana, name: "Ada One"), await organization.LeadAsync(of: ana, name: "Bo Two"));

        Assert.True((await fixture.RunAsync<TagLeads, Outcome<LeadsWorked>>(ana, verb => verb.RunAsync(new([one], "First home"), Ct))).IsDone);
        var again = await fixture.RunAsync<TagLeads, Outcome<LeadsWorked>>(ana, verb => verb.RunAsync(new([one, two], "first HOME"), Ct));

        Assert.Equal((1, "Ada One"), (again.Value!.Count, Assert.Single(again.Value.Left).Name));
        Assert.Equal((1, 2), await organization.SaveAsync(async unit => (await unit.Db.Tags.CountAsync(Ct), await unit.Db.RecordTags.CountAsync(Ct))));
        Assert.True((await fixture.UndoAsync(ana, again.Value.Changed!.UndoId)).IsDone);
    }

    private static EnterLead.Input Entry(string first, string? email) =>
        new(new(first, "Ferrante", email, null), new("Referral"), new(LeadInterest.Purchase, Amount: 300_000m), LeadWhose.Mine);

    private static Task<Outcome<Changed>> TouchAsync(CrmFixture fixture, TestMember member, Guid lead, Touch touch) => fixture.RunAsync<LogTouch, Outcome<Changed>>(member, verb => verb.RunAsync(new(lead, touch), Ct));

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }
}
