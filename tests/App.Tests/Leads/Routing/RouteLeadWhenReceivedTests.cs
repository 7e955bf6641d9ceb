using CrmStudio.App.Leads.Routing;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Domain.Leads.Routing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Leads.Routing;

public sealed class RouteLeadWhenReceivedTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_rule_the_lead_is_nobodys_and_nobody_is_told()
    {
        var scene = await RoutingScene.StartAsync();
        var ana = await scene.OfficerAsync("Ana");

        var lead = await scene.AskAndRouteAsync();

        Assert.Null((await scene.LeadAsync(lead)).AssigneeId);
        Assert.Empty(await scene.AssignmentsAsync(lead));
        Assert.Empty(await scene.ToldAsync(ana));
    }

    [Fact]
    public async Task The_rule_gives_the_lead_says_why_and_tells_who_has_it()
    {
        var scene = await RoutingScene.StartAsync();
        var (ana, marc) = (await scene.OfficerAsync("Ana"), await scene.OfficerAsync("Marc"));
        await scene.Organization.SaveAsync(unit => unit.Db.Licences.Add(Licence.Hold(ana.Id, "TX", "123", null).Value!));
        await scene.RuleAsync(1, "Referrals", RoutingScene.Among(marc) with { Sources = [LeadSources.Referral] });
        await scene.RuleAsync(2, "Web leads", RoutingScene.Among(marc, ana) with { OnlyLicensed = true });

        var lead = await scene.AskAndRouteAsync();

        var routed = await scene.LeadAsync(lead);
        Assert.Equal((ana.Id, (DateTimeOffset?)null), (routed.AssigneeId!.Value, routed.AnswerBy));
        var given = Assert.Single(await scene.AssignmentsAsync(lead));
        Assert.Equal((AssignmentKind.Routed, "Web leads", ana.Id), (given.Kind, given.Rule, given.MemberId!.Value));
        var why = RoutingReasons.Read(given.Why)!;
        Assert.Equal("Ana Reyes, the only one who could take it", why.Choice);
        Assert.Equal([new PassedOver("Marc Reyes", "not licensed in TX")], why.Members);
        Assert.Equal([new PassedOver("Referrals", "not for leads by Web")], why.Rules);
        Assert.Equal(["Person1 Asker (Web) is your lead now"], await scene.ToldAsync(ana));
    }

    [Fact]
    public async Task What_happened_twice_is_done_once_and_a_lead_that_is_somebodys_stays_theirs()
    {
        var scene = await RoutingScene.StartAsync();
        var (ana, marc) = (await scene.OfficerAsync("Ana"), await scene.OfficerAsync("Marc"));
        await scene.RuleAsync(1, "All", RoutingScene.Among(ana));
        var taken = await scene.AskAsync();
        await scene.ChangeAsync(taken, (lead, unit) => lead.AssignTo(marc.Id, unit.At));

        var free = await scene.AskAndRouteAsync();
        await scene.ChangeAsync(free, (lead, _) => lead.AskAgain(new LeadWish(), DateTimeOffset.UnixEpoch));
        await scene.Organization.SaveAsync(async unit => await unit.Db.OutboxMessages.Where(message => message.Type == nameof(LeadReceived)).ExecuteUpdateAsync(set => set.SetProperty(message => message.DueAt, message => message.At).SetProperty(message => message.DoneAt, _ => null), Ct));
        await scene.DispatchAsync();

        Assert.Equal(marc.Id, (await scene.LeadAsync(taken)).AssigneeId);
        Assert.Equal(ana.Id, (await scene.LeadAsync(free)).AssigneeId);
        Assert.Single(await scene.AssignmentsAsync(free));
        Assert.Single(await scene.ToldAsync(ana));
    }

    [Fact]
    public async Task Leads_come_in_turn_and_not_beyond_the_cap()
    {
        var scene = await RoutingScene.StartAsync();
        var (ana, marc) = (await scene.OfficerAsync("Ana"), await scene.OfficerAsync("Marc"));
        await scene.RuleAsync(1, "All", RoutingScene.Among(ana, marc) with { OpenCap = 2 });

        var owners = new List<Guid?>();
        for (var lead = 0; lead < 5; lead++) owners.Add((await scene.LeadAsync(await scene.AskAndRouteAsync())).AssigneeId);

        Assert.Equal([ana.Id, marc.Id, ana.Id, marc.Id, null], owners);
        Assert.Contains("No routing rule found anybody: the lead is nobody’s yet", await scene.Organization.SaveAsync(unit => unit.Db.Activities.Select(activity => activity.Text).ToListAsync(Ct)));
    }

    /// <summary>Two nodes, each with leads of its own at the same instant: no turn is given twice, and no cap is passed.</summary>
    [Fact]
    public async Task Two_nodes_at_once_give_no_turn_twice_and_pass_no_cap()
    {
        var scene = await RoutingScene.StartAsync();
        var (ana, marc, lena) = (await scene.OfficerAsync("Ana"), await scene.OfficerAsync("Marc"), await scene.OfficerAsync("Lena"));
        await scene.RuleAsync(1, "All", RoutingScene.Among(ana, marc, lena) with { OpenCap = 4 });
        var leads = new List<Guid>();
        for (var lead = 0; lead < 14; lead++) leads.Add(await scene.AskAsync());

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(scene.DispatchAsync, Ct)));

        var owners = new List<Guid?>();
        foreach (var lead in leads) owners.Add((await scene.LeadAsync(lead)).AssigneeId);
        Assert.All([ana, marc, lena], member => Assert.Equal(4, owners.Count(owner => owner == member.Id)));
        Assert.Equal(2, owners.Count(owner => owner is null));
        var wheel = await scene.Organization.SaveAsync(unit => unit.Db.RoutingWheels.SingleAsync(Ct));
        Assert.Equal(12, wheel.Turns);
        Assert.All(wheel.Places, place => Assert.Equal(4, place.Count));
    }

    [Fact]
    public async Task A_pond_tells_its_team_and_keeps_the_lead_until_the_minutes_are_over()
    {
        var scene = await RoutingScene.StartAsync();
        var team = await scene.Organization.TeamAsync("Harbor Point");
        var (ana, marc) = (await scene.OfficerAsync("Ana", team), await scene.OfficerAsync("Marc"));
        var pond = await scene.PondAsync("Hot leads", team);
        await scene.RuleAsync(1, "Hot", new() { Method = RoutingMethod.Pond, PondId = pond, ClaimMinutes = 10 });

        var lead = await scene.LeadAsync(await scene.AskAndRouteAsync());

        Assert.Equal((pond, null), (lead.PondId!.Value, lead.AssigneeId));
        Assert.InRange(lead.ClaimBy!.Value - lead.ReceivedAt, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
        Assert.Equal(["Person1 Asker (Web) waits to be claimed"], await scene.ToldAsync(ana));
        Assert.Empty(await scene.ToldAsync(marc));
    }

    [Fact]
    public async Task An_answer_is_promised_in_working_time_whoever_has_the_lead()
    {
        var scene = await RoutingScene.StartAsync();
        await scene.PromiseAsync(new ResponseTerms(15, 5, 0, 30));

        var lead = await scene.LeadAsync(await scene.AskAndRouteAsync());

        Assert.Equal(lead.ReceivedAt.AddMinutes(15), lead.AnswerBy);
    }

    [Fact]
    public async Task Who_was_disabled_gets_no_more_leads()
    {
        var scene = await RoutingScene.StartAsync();
        var (ana, marc) = (await scene.OfficerAsync("Ana"), await scene.OfficerAsync("Marc"));
        await scene.RuleAsync(1, "All", RoutingScene.Among(ana, marc));
        await scene.Organization.SaveAsync(async unit => (await unit.Db.Members.SingleAsync(member => member.Id == ana.Id, Ct)).Disable(Guid.Empty));

        var lead = await scene.AskAndRouteAsync();

        Assert.Equal(marc.Id, (await scene.LeadAsync(lead)).AssigneeId);
        Assert.Equal("does not work here any more", Assert.Single(RoutingReasons.Read((await scene.AssignmentsAsync(lead))[0].Why)!.Members).Why);
    }

    [Fact]
    public async Task Rules_of_another_organization_do_not_touch_it()
    {
        var (scene, other) = (await RoutingScene.StartAsync(), await RoutingScene.StartAsync());
        await other.RuleAsync(1, "All", RoutingScene.Among(await other.OfficerAsync("Ana")));

        Assert.Null((await scene.LeadAsync(await scene.AskAndRouteAsync())).AssigneeId);
    }
}
