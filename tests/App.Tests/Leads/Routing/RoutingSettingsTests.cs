using CrmStudio.App.Leads.Hours.Queries;
using CrmStudio.App.Leads.Hours.UseCases;
using CrmStudio.App.Leads.Routing.Queries;
using CrmStudio.App.Leads.Routing.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Domain.Leads.Routing;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Leads.Routing;

public sealed class RoutingSettingsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_changes_none_of_it_but_the_own_hours()
    {
        var scene = await RoutingScene.StartAsync();
        var (ana, marc) = (await scene.OfficerAsync("Ana"), await scene.OfficerAsync("Marc"));

        Assert.Equal(Refusal.NotAllowed, (await scene.AsAsync<LeadRoutingQuery, Outcome<LeadRouting>>(ana, query => query.ReadAsync(Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await scene.AsAsync<LeadTakersQuery, Outcome<LeadTakers>>(ana, query => query.ReadAsync(Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await scene.AsAsync<RoutingDryRunQuery, Outcome<DryRun>>(ana, query => query.ReadAsync(null, Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await scene.AsAsync<WriteRoutingRule, Outcome<Changed>>(ana, write => write.RunAsync(new(null, "Mine", RoutingScene.Among(ana)), Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await scene.AsAsync<SetWorkingHours, Outcome<Changed>>(ana, set => set.RunAsync(new(marc.Id, RoutingScene.AroundTheClock), Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await scene.AsAsync<SetWorkingHours, Outcome<Changed>>(ana, set => set.RunAsync(new(null, RoutingScene.AroundTheClock), Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await scene.AsAsync<PlanAbsence, Outcome<Changed>>(ana, plan => plan.RunAsync(new(marc.Id, new(2027, 1, 4), new(2027, 1, 8), null), Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await scene.AsAsync<WorkingHoursQuery, Outcome<WorkingHours>>(ana, query => query.ReadAsync(new(marc.Id), Ct))).Refusal);

        Assert.Null((await scene.AsAsync<SetWorkingHours, Outcome<Changed>>(ana, set => set.RunAsync(new(ana.Id, WorkWeek.Usual("America/Chicago")), Ct))).Refusal);
        Assert.Null((await scene.AsAsync<PlanAbsence, Outcome<Changed>>(ana, plan => plan.RunAsync(new(ana.Id, new(2027, 1, 4), new(2027, 1, 8), "Skiing"), Ct))).Refusal);
        var hours = (await scene.AsAsync<WorkingHoursQuery, Outcome<WorkingHours>>(ana, query => query.ReadAsync(new(ana.Id), Ct))).Value!;
        Assert.Equal((true, "America/Chicago", "Skiing", 0), (hours.IsOwn, hours.Week.TimeZone, hours.Away.Single().Note, hours.Members.Count));
    }

    [Fact]
    public async Task Nobody_cancels_the_absence_of_somebody_else_but_who_routes()
    {
        var scene = await RoutingScene.StartAsync();
        var (ana, marc, admin) = (await scene.OfficerAsync("Ana"), await scene.OfficerAsync("Marc"), await scene.Organization.MemberAsync(BuiltInRole.Admin));
        await scene.AsAsync<PlanAbsence, Outcome<Changed>>(ana, plan => plan.RunAsync(new(ana.Id, new(2027, 1, 4), new(2027, 1, 8), null), Ct));
        var away = await scene.Organization.SaveAsync(unit => unit.Db.AwaySpans.Select(span => span.Id).SingleAsync(Ct));

        Assert.Equal(Refusal.NotFound, (await scene.AsAsync<CancelAbsence, Outcome<Changed>>(marc, cancel => cancel.RunAsync(new(away), Ct))).Refusal);
        Assert.Equal("Not away: Jan 4 to Jan 8, 2027", (await scene.AsAsync<CancelAbsence, Outcome<Changed>>(admin, cancel => cancel.RunAsync(new(away), Ct))).Value?.Summary);
    }

    [Fact]
    public async Task Rules_are_written_ordered_switched_removed_and_each_taken_back()
    {
        var scene = await RoutingScene.StartAsync();
        var (ana, admin) = (await scene.OfficerAsync("Ana"), await scene.Organization.MemberAsync(BuiltInRole.Admin));
        foreach (var name in new[] { "First", "Second", "Third" }) await WriteAsync(scene, admin, null, name, RoutingScene.Among(ana));
        Assert.Equal(RoutingRefusals.NameTaken, (await WriteAsync(scene, admin, null, "First", RoutingScene.Among(ana))).Refusal);
        var rules = await RulesAsync(scene, admin);

        var moved = await scene.AsAsync<MoveRoutingRule, Outcome<Changed>>(admin, move => move.RunAsync(new(rules[2].Id, true), Ct));
        Assert.Equal(["First", "Third", "Second"], (await RulesAsync(scene, admin)).Select(rule => rule.Name));
        Assert.Null((await scene.AsAsync<MoveRoutingRule, Outcome<Changed>>(admin, move => move.RunAsync(new(rules[0].Id, true), Ct))).Value!.UndoId);
        await UndoAsync(scene, admin, moved);
        Assert.Equal(["First", "Second", "Third"], (await RulesAsync(scene, admin)).Select(rule => rule.Name));

        var off = await scene.AsAsync<SwitchRoutingRule, Outcome<Changed>>(admin, act => act.RunAsync(new(rules[0].Id, false), Ct));
        Assert.False((await RulesAsync(scene, admin))[0].IsOn);
        await UndoAsync(scene, admin, off);
        var removed = await scene.AsAsync<RemoveRoutingRule, Outcome<Changed>>(admin, act => act.RunAsync(new(rules[1].Id), Ct));
        Assert.Equal(2, (await RulesAsync(scene, admin)).Count);
        await UndoAsync(scene, admin, removed);

        // A lead that came in meanwhile turned the wheel, and does not stand in the way of taking the change back.
        var changed = await WriteAsync(scene, admin, rules[0].Id, "First of all", RoutingScene.Among(ana) with { MinimumScore = null, DailyCap = 3 });
        await scene.AskAndRouteAsync();
        await UndoAsync(scene, admin, changed);
        Assert.Equal(("First", null), ((await RulesAsync(scene, admin))[0].Name, (await RulesAsync(scene, admin))[0].Terms.DailyCap));
    }

    [Fact]
    public async Task A_rule_names_nobody_of_another_organization()
    {
        var (scene, other) = (await RoutingScene.StartAsync(), await RoutingScene.StartAsync());
        var (admin, stranger, pond) = (await scene.Organization.MemberAsync(BuiltInRole.Admin), await other.OfficerAsync("Ana"), await other.PondAsync("Theirs"));
        var rule = await other.RuleAsync(1, "Theirs", RoutingScene.Among(stranger));

        Assert.Equal(Refusal.NotFound, (await WriteAsync(scene, admin, null, "Mine", RoutingScene.Among(stranger))).Refusal);
        Assert.Equal(Refusal.NotFound, (await WriteAsync(scene, admin, null, "Mine", new() { Method = RoutingMethod.Pond, PondId = pond })).Refusal);
        Assert.Equal(Refusal.NotFound, (await WriteAsync(scene, admin, rule, "Mine", RoutingScene.Among(admin))).Refusal);
        Assert.Equal(Refusal.NotFound, (await scene.AsAsync<WriteLeadProfile, Outcome<Changed>>(admin, write => write.RunAsync(new(stranger.Id, true, null, null, []), Ct))).Refusal);
        Assert.Equal(Refusal.NotFound, (await scene.AsAsync<NoteLicence, Outcome<Changed>>(admin, write => write.RunAsync(new(stranger.Id, "ME", null, null), Ct))).Refusal);
    }

    [Fact]
    public async Task A_pond_in_use_stays_and_an_empty_one_goes_and_comes_back()
    {
        var scene = await RoutingScene.StartAsync();
        var admin = await scene.Organization.MemberAsync(BuiltInRole.Admin);
        var (used, full, free) = (await scene.PondAsync("Used"), await scene.PondAsync("Full"), await scene.PondAsync("Free"));
        await scene.RuleAsync(1, "Hot", new() { Method = RoutingMethod.Pond, PondId = used });
        var lead = await scene.AskAsync();
        await scene.ChangeAsync(lead, (one, _) => one.WaitIn(full, null));

        Assert.Equal("The rule Hot leads to this pond. Change the rule first.", (await RemovePondAsync(scene, admin, used)).Refusal?.Message);
        Assert.Equal("A lead waits in this pond. Give it to somebody first.", (await RemovePondAsync(scene, admin, full)).Refusal?.Message);
        await UndoAsync(scene, admin, await RemovePondAsync(scene, admin, free));
        Assert.Equal(["Free", "Full", "Used"], (await scene.AsAsync<LeadRoutingQuery, Outcome<LeadRouting>>(admin, query => query.ReadAsync(Ct))).Value!.Ponds.Select(pond => pond.Name));
    }

    [Fact]
    public async Task A_licence_noted_twice_is_renewed_and_people_are_listed_with_what_they_take()
    {
        var scene = await RoutingScene.StartAsync();
        var (ana, admin) = (await scene.OfficerAsync("Ana"), await scene.Organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker"));
        await scene.AsAsync<NoteLicence, Outcome<Changed>>(admin, note => note.RunAsync(new(ana.Id, "me", "1", new(2026, 12, 31)), Ct));
        var renewed = await scene.AsAsync<NoteLicence, Outcome<Changed>>(admin, note => note.RunAsync(new(ana.Id, "ME", "2", new(2027, 12, 31)), Ct));
        await scene.AsAsync<WriteLeadProfile, Outcome<Changed>>(admin, write => write.RunAsync(new(ana.Id, true, 20, 5, ["Spanish"]), Ct));
        Assert.Equal("State", (await scene.AsAsync<NoteLicence, Outcome<Changed>>(admin, note => note.RunAsync(new(ana.Id, "XX", null, null), Ct))).Refusal?.Field);

        Assert.Equal("Ana Reyes is licensed in ME until Dec 31, 2027", renewed.Value?.Summary);
        var people = (await scene.AsAsync<LeadTakersQuery, Outcome<LeadTakers>>(admin, query => query.ReadAsync(Ct))).Value!.People;
        Assert.Equal(["Ana Reyes", "Sam Whitaker"], people.Select(person => person.Name));
        Assert.Equal((20, 5, "Spanish", "ME", "2"), (people[0].OpenCap!.Value, people[0].DailyCap!.Value, people[0].Languages.Single(), people[0].Licences.Single().State, people[0].Licences.Single().Number));
        await UndoAsync(scene, admin, renewed);
    }

    [Fact]
    public async Task A_dry_run_shows_what_a_change_would_do_and_writes_nothing()
    {
        var scene = await RoutingScene.StartAsync();
        var (ana, marc, admin) = (await scene.OfficerAsync("Ana"), await scene.OfficerAsync("Marc"), await scene.Organization.MemberAsync(BuiltInRole.Admin));
        var rule = await scene.RuleAsync(1, "All", RoutingScene.Among(ana, marc));
        for (var lead = 0; lead < 6; lead++) await scene.AskAndRouteAsync(state: lead < 4 ? "TX" : "ME");
        await scene.Organization.SaveAsync(unit => unit.Db.Licences.Add(Licence.Hold(marc.Id, "TX", null, null).Value!));
        var before = await CountAsync(scene);

        var same = (await scene.AsAsync<RoutingDryRunQuery, Outcome<DryRun>>(admin, query => query.ReadAsync(null, Ct))).Value!;
        Assert.Equal((6, 0), (same.Leads, same.Different));
        var changed = (await scene.AsAsync<RoutingDryRunQuery, Outcome<DryRun>>(admin, query => query.ReadAsync(new(rule, "All", RoutingScene.Among(ana, marc) with { OnlyLicensed = true, OpenCap = 3 }), Ct))).Value!;

        Assert.Equal([("Marc Reyes", 3, 3), ("Ana Reyes", 3, 0), ("Nobody", 0, 3)], changed.Lines.Select(line => (line.Name, line.Before, line.After)));
        Assert.Equal(changed.Examples.Count(lead => lead.IsDifferent), changed.Different);
        Assert.Contains(changed.Examples, lead => lead.After == "Nobody" && lead.Why.Members.Contains(new PassedOver("Marc Reyes", "at the cap of 3 open leads")));
        Assert.Equal(before, await CountAsync(scene));
        Assert.Equal("Places", (await scene.AsAsync<RoutingDryRunQuery, Outcome<DryRun>>(admin, query => query.ReadAsync(new(rule, "All", new()), Ct))).Refusal?.Field);
    }

    [Fact]
    public async Task A_promise_is_set_refused_at_its_field_and_taken_back()
    {
        var scene = await RoutingScene.StartAsync();
        var admin = await scene.Organization.MemberAsync(BuiltInRole.Admin);

        Assert.Equal("HotMinutes", (await scene.AsAsync<SetResponsePolicy, Outcome<Changed>>(admin, set => set.RunAsync(new(new(10, 20, null, null)), Ct))).Refusal?.Field);
        var set = await scene.AsAsync<SetResponsePolicy, Outcome<Changed>>(admin, act => act.RunAsync(new(new(30, 10, 0, 60)), Ct));
        Assert.Equal("New leads are answered within 30 minutes", set.Value?.Summary);
        await UndoAsync(scene, admin, set);
    }

    private static Task<Outcome<Changed>> WriteAsync(RoutingScene scene, TestMember by, Guid? rule, string name, RoutingTerms terms) => scene.AsAsync<WriteRoutingRule, Outcome<Changed>>(by, write => write.RunAsync(new(rule, name, terms), Ct));

    private static Task<Outcome<Changed>> RemovePondAsync(RoutingScene scene, TestMember by, Guid pond) => scene.AsAsync<RemoveLeadPond, Outcome<Changed>>(by, remove => remove.RunAsync(new(pond), Ct));

    private static async Task<IReadOnlyList<RuleLine>> RulesAsync(RoutingScene scene, TestMember by) => (await scene.AsAsync<LeadRoutingQuery, Outcome<LeadRouting>>(by, query => query.ReadAsync(Ct))).Value!.Rules;

    private static async Task UndoAsync(RoutingScene scene, TestMember by, Outcome<Changed> done) =>
        Assert.Null((await scene.AsAsync<UndoChange, Outcome<string>>(by, undo => undo.RunAsync(new(done.Value!.UndoId), Ct))).Refusal);

    private static Task<(int, int, int, long)> CountAsync(RoutingScene scene) => scene.Organization.SaveAsync(async unit => (
        await unit.Db.LeadAssignments.CountAsync(Ct), await unit.Db.Notifications.CountAsync(Ct), await unit.Db.RoutingRules.CountAsync(Ct), await unit.Db.RoutingWheels.SumAsync(wheel => wheel.Turns, Ct)));
}
