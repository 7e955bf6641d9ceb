using CrmStudio.App.Leads.Routing;
using CrmStudio.App.Leads.Routing.UseCases;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Domain.Leads.Routing;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Leads.Routing;

/// <summary>Claims that ran out, and answers that did not come.</summary>
public sealed class SilentLeadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_but_who_routes_sends_leads_on_or_chases_them()
    {
        var scene = await RoutingScene.StartAsync();
        var ana = await scene.OfficerAsync("Ana");

        Assert.Equal(Refusal.NotAllowed, (await scene.AsAsync<ReleaseUnclaimedLeads, Outcome<int>>(ana, release => release.RunAsync(Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await scene.AsAsync<ChaseSilentLeads, Outcome<int>>(ana, chase => chase.RunAsync(Ct))).Refusal);
    }

    [Fact]
    public async Task A_lead_nobody_claimed_goes_to_the_next_rule_and_not_before_its_time()
    {
        var scene = await RoutingScene.StartAsync();
        var ana = await scene.OfficerAsync("Ana");
        var pond = await scene.PondAsync("Hot leads");
        await scene.RuleAsync(1, "Hot", new() { Method = RoutingMethod.Pond, PondId = pond, ClaimMinutes = 10 });
        await scene.RuleAsync(2, "Rest", RoutingScene.Among(ana));
        var lead = await scene.AskAndRouteAsync();
        Assert.Equal(0, await ReleaseAsync(scene));

        await scene.ChangeAsync(lead, (one, unit) => one.WaitIn(pond, unit.At.AddSeconds(-1)));
        Assert.Equal(1, await ReleaseAsync(scene));
        Assert.Equal(0, await ReleaseAsync(scene));

        Assert.Equal((ana.Id, (Guid?)null), ((await scene.LeadAsync(lead)).AssigneeId!.Value, (await scene.LeadAsync(lead)).PondId));
        Assert.Equal(["Hot", "Rest"], (await scene.AssignmentsAsync(lead)).Select(given => given.Rule));
    }

    [Fact]
    public async Task It_goes_into_the_pond_the_rule_names_or_waits_on_where_nobody_is_found()
    {
        var scene = await RoutingScene.StartAsync();
        var (hot, slow) = (await scene.PondAsync("Hot leads"), await scene.PondAsync("Everybody"));
        var rule = await scene.RuleAsync(1, "Hot", new() { Method = RoutingMethod.Pond, PondId = hot, ClaimMinutes = 10, FallbackPondId = slow });
        var lead = await scene.AskAndRouteAsync();
        await scene.ChangeAsync(lead, (one, unit) => one.WaitIn(hot, unit.At.AddSeconds(-1)));
        await ReleaseAsync(scene);
        var moved = await scene.LeadAsync(lead);
        Assert.Equal((slow, (DateTimeOffset?)null), (moved.PondId!.Value, moved.ClaimBy));

        await scene.Organization.SaveAsync(async unit => unit.Db.RoutingRules.Remove(await unit.Db.RoutingRules.SingleAsync(one => one.Id == rule, Ct)));
        await scene.ChangeAsync(lead, (one, unit) => one.WaitIn(slow, unit.At.AddSeconds(-1)));
        Assert.Equal(1, await ReleaseAsync(scene));
        Assert.Equal((slow, (DateTimeOffset?)null), ((await scene.LeadAsync(lead)).PondId!.Value, (await scene.LeadAsync(lead)).ClaimBy));
    }

    [Fact]
    public async Task An_overdue_answer_is_marked_the_chief_is_told_and_the_lead_goes_on_each_once()
    {
        var scene = await RoutingScene.StartAsync();
        var team = await scene.Organization.TeamAsync("Harbor Point");
        var chief = await scene.Organization.MemberAsync(BuiltInRole.Manager, "Ruth", "Calloway", team, leads: true);
        var (ana, marc) = (await scene.OfficerAsync("Ana", team), await scene.OfficerAsync("Marc", team));
        await scene.PromiseAsync(new ResponseTerms(15, null, 0, 30));
        await scene.RuleAsync(1, "All", RoutingScene.Among(ana, marc));
        var lead = await scene.AskAndRouteAsync();
        Assert.Equal(0, await ChaseAsync(scene));

        await PromisedAgoAsync(scene, lead, minutes: 5);
        Assert.Equal(1, await ChaseAsync(scene));
        Assert.Equal(0, await ChaseAsync(scene));
        var late = await scene.LeadAsync(lead);
        Assert.True(late is { IsBreached: true, EscalatedAt: not null } && late.AssigneeId == ana.Id);
        Assert.Equal(["Person1 Asker was not answered in time; the lead is Ana Reyes’s"], await scene.ToldAsync(chief));
        Assert.Equal(1, await scene.Organization.SaveAsync(unit => unit.Db.OutboxMessages.CountAsync(message => message.Type == nameof(LeadEscalated), Ct)));

        await PromisedAgoAsync(scene, lead, minutes: 31);
        Assert.Equal(1, await ChaseAsync(scene));
        Assert.Equal(0, await ChaseAsync(scene));
        var moved = await scene.LeadAsync(lead);
        Assert.True(moved is { IsBreached: true, EscalatedAt: null } && moved.AssigneeId == marc.Id && moved.AnswerBy > moved.AssignedAt);
        Assert.Equal(["Person1 Asker (Web) is your lead now", "Person1 Asker went to somebody else: it was not answered in time"], await scene.ToldAsync(ana));
        var given = (await scene.AssignmentsAsync(lead))[^1];
        Assert.Equal(AssignmentKind.Reassigned, given.Kind);
        Assert.Equal([new PassedOver("Ana Reyes", "had the lead and did not answer")], RoutingReasons.Read(given.Why)!.Members);
    }

    [Fact]
    public async Task Where_nobody_else_can_take_it_the_owner_keeps_it_and_it_is_tried_once()
    {
        var scene = await RoutingScene.StartAsync();
        var ana = await scene.OfficerAsync("Ana");
        await scene.PromiseAsync(new ResponseTerms(15, null, null, 0));
        await scene.RuleAsync(1, "All", RoutingScene.Among(ana));
        var lead = await scene.AskAndRouteAsync();
        await PromisedAgoAsync(scene, lead, minutes: 5);

        Assert.Equal(1, await ChaseAsync(scene));
        Assert.Equal(0, await ChaseAsync(scene));

        var stuck = await scene.LeadAsync(lead);
        Assert.True(stuck.AssigneeId == ana.Id && stuck.StuckAt is not null);
    }

    [Fact]
    public async Task A_lead_changes_hands_so_often_and_then_stays()
    {
        var scene = await RoutingScene.StartAsync();
        var crew = new List<TestMember>();
        for (var member = 0; member < ResponseTerms.MostReassignments + 3; member++) crew.Add(await scene.OfficerAsync($"Officer{member}"));
        await scene.PromiseAsync(new ResponseTerms(15, null, null, 0));
        await scene.RuleAsync(1, "All", RoutingScene.Among([.. crew]));
        var lead = await scene.AskAndRouteAsync();

        for (var round = 0; round < crew.Count; round++)
        {
            await scene.ChangeAsync(lead, (one, unit) => { if (one.StuckAt is null) one.Promise(unit.At.AddMinutes(-1)); });
            await ChaseAsync(scene);
        }

        Assert.Equal(ResponseTerms.MostReassignments, (await scene.AssignmentsAsync(lead)).Count(given => given.Kind == AssignmentKind.Reassigned));
        Assert.NotNull((await scene.LeadAsync(lead)).StuckAt);
    }

    [Fact]
    public async Task Who_answered_is_left_alone_and_at_night_nobody_is_chased()
    {
        var scene = await RoutingScene.StartAsync();
        var (ana, marc) = (await scene.OfficerAsync("Ana"), await scene.OfficerAsync("Marc"));
        await scene.PromiseAsync(new ResponseTerms(15, null, 0, 1));
        await scene.RuleAsync(1, "All", RoutingScene.Among(ana, marc));
        var answered = await scene.AskAndRouteAsync();
        await PromisedAgoAsync(scene, answered, minutes: 5);
        await scene.ChangeAsync(answered, (lead, unit) => lead.Work(new Touch(ActivityKind.Call, null, CallResult.NoAnswer), unit.At));
        Assert.Equal(0, await ChaseAsync(scene));

        await scene.Organization.SaveAsync(async unit => (await unit.Db.WorkSchedules.SingleAsync(Ct)).Write(new("America/New_York", [new(unit.At.AddDays(2).DayOfWeek, new(9, 0), new(10, 0))])));
        var night = await scene.AskAndRouteAsync();
        await PromisedAgoAsync(scene, night, minutes: 60);
        Assert.Equal(1, await ChaseAsync(scene));   // it is late and marked; nobody is told before the day begins, and nobody loses it
        var late = await scene.LeadAsync(night);
        Assert.True(late is { IsBreached: true, StuckAt: null } && late.AssigneeId == marc.Id);
        Assert.DoesNotContain(await scene.AssignmentsAsync(night), given => given.Kind == AssignmentKind.Reassigned);
    }

    private static Task PromisedAgoAsync(RoutingScene scene, Guid lead, int minutes) => scene.ChangeAsync(lead, (one, unit) => one.Promise(unit.At.AddMinutes(-minutes)));

    private static async Task<int> ReleaseAsync(RoutingScene scene) => (await scene.AsSystemAsync<ReleaseUnclaimedLeads, Outcome<int>>(release => release.RunAsync(Ct))).Value;

    private static async Task<int> ChaseAsync(RoutingScene scene) => (await scene.AsSystemAsync<ChaseSilentLeads, Outcome<int>>(chase => chase.RunAsync(Ct))).Value;
}
