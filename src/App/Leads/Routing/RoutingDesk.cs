using CrmStudio.App.Compliance;
using CrmStudio.App.Leads.Hours;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Routing;
using CrmStudio.Infrastructure.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing;

/// <summary>
/// Gives leads to whom the rules say, inside the caller's unit of work: one lead of an organization after the other, so that turns and caps are what
/// they are. Writes the assignment with its reasons and tells who is concerned.
/// </summary>
public sealed class RoutingDesk(LenderRules lender, CurrentMember me)
{
    /// <summary>Asks the rules and does what they say.</summary>
    /// <param name="unit">The unit; the caller saves.</param>
    /// <param name="lead">A lead that is open.</param>
    /// <param name="kind">Routed, or taken from a silent owner.</param>
    /// <param name="after">Ask only rules after this one; null asks all.</param>
    /// <param name="not">Members who had the lead and were silent.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<RoutingChoice> RouteAsync(CrmUnit unit, Lead lead, AssignmentKind kind, Guid? after, IReadOnlySet<Guid> not, CancellationToken ct)
    {
        await unit.EnterRoutingAsync(ct);
        var rules = await RulesAsync(unit, after, ct);
        var board = await BoardAsync(unit, rules, ct);
        var language = await unit.Db.Contacts.Where(contact => contact.Id == lead.ContactId).Select(contact => contact.Language).SingleOrDefaultAsync(ct);
        var choice = new RoutingDecision(board, unit.At).Decide(new(lead.Source, lead.PropertyState, language, lead.Interest, lead.Score), rules, not);
        if (choice.MemberId is { } member) await GiveAsync(unit, lead, kind, member, choice, ct);
        else if (choice.PondId is { } pond) await PondAsync(unit, lead, pond, choice.ClaimBy, choice.Why, ct);
        return choice;
    }

    /// <summary>Puts a lead into a pond and tells who may claim it.</summary>
    public async Task PondAsync(CrmUnit unit, Lead lead, Guid pond, DateTimeOffset? claimBy, RoutingWhy why, CancellationToken ct)
    {
        lead.WaitIn(pond, claimBy);
        unit.Db.LeadAssignments.Add(new LeadAssignment(lead.Id, AssignmentKind.Ponded, null, pond, null, unit.At, why.Rule, RoutingReasons.Write(why)));
        foreach (var member in await unit.AroundPondAsync(pond, ct))
            unit.Db.Notifications.Add(new Notification(member, $"{lead.Name} ({lead.Source}) waits to be claimed", LeadUrls.For(lead.Id), unit.At));
    }

    /// <summary>What choices depend on, for these rules.</summary>
    public async Task<RoutingBoard> BoardAsync(CrmUnit unit, IReadOnlyCollection<RoutingPlan> rules, CancellationToken ct)
    {
        var ids = rules.SelectMany(rule => rule.Terms.Places).Select(place => place.MemberId).Distinct().ToArray();
        var ruleIds = rules.Select(rule => rule.Id).ToArray();
        var today = me.DayOf(unit.At);
        var times = await WorkTimes.ReadAsync(unit, lender, me, ct);
        var members = await MembersAsync(unit, ids, today, times, ct);
        var wheels = await unit.Db.RoutingWheels.Where(wheel => ruleIds.Contains(wheel.RuleId)).ToDictionaryAsync(wheel => wheel.RuleId, ct);
        var ponds = await unit.Db.LeadPonds.AsNoTracking().ToDictionaryAsync(pond => pond.Id, pond => pond.Name, ct);
        return new RoutingBoard(members, wheels, ponds, times.Office, today);
    }

    private static async Task<List<RoutingPlan>> RulesAsync(CrmUnit unit, Guid? after, CancellationToken ct)
    {
        var rules = await unit.Db.RoutingRules.AsNoTracking().OrderBy(rule => rule.Position).ThenBy(rule => rule.Id).ToListAsync(ct);
        var start = after is { } id ? rules.FindIndex(rule => rule.Id == id) + 1 : 0;
        return [.. rules.Skip(start).Where(rule => rule.IsOn).Select(rule => new RoutingPlan(rule.Id, rule.Name, rule.Terms))];
    }

    private async Task<Dictionary<Guid, RoutingCandidate>> MembersAsync(CrmUnit unit, Guid[] ids, DateOnly today, WorkTimes times, CancellationToken ct)
    {
        var (start, able) = (me.StartOf(today), unit.Db.WhoWorkLeads());
        var members = await unit.Db.Members.AsNoTracking().Where(member => ids.Contains(member.Id) && member.Status == MemberStatus.Active)
            .Select(member => new
            {
                member.Id, Name = member.FirstName + " " + member.LastName, Profile = unit.Db.LeadProfiles.FirstOrDefault(profile => profile.MemberId == member.Id),
                IsAble = able.Any(one => one.Id == member.Id),
                Open = unit.Db.Leads.Count(lead => lead.AssigneeId == member.Id && lead.EndedAt == null),
                Today = unit.Db.LeadAssignments.Count(given => given.MemberId == member.Id && given.At >= start && (given.Kind == AssignmentKind.Routed || given.Kind == AssignmentKind.Reassigned)),
            }).ToListAsync(ct);
        var licences = (await unit.Db.Licences.AsNoTracking().Where(licence => ids.Contains(licence.MemberId)).ToListAsync(ct)).ToLookup(licence => licence.MemberId);
        return members.ToDictionary(member => member.Id, member => new RoutingCandidate(
            member.Id, member.Name, member.IsAble && member.Profile?.TakesLeads is not false, member.Profile?.OpenCap, member.Profile?.DailyCap, member.Profile?.Languages ?? [],
            licences[member.Id].ToDictionary(licence => licence.State, licence => licence.ExpiresOn), times.Of(member.Id), member.Open, member.Today));
    }

    private static async Task GiveAsync(CrmUnit unit, Lead lead, AssignmentKind kind, Guid member, RoutingChoice choice, CancellationToken ct)
    {
        var rule = choice.Why.RuleId!.Value;
        var wheel = await unit.Db.RoutingWheels.SingleOrDefaultAsync(one => one.RuleId == rule, ct);
        if (wheel is null) unit.Db.RoutingWheels.Add(wheel = new RoutingWheel(rule));
        wheel.Turn(member, choice.Able);
        lead.AssignTo(member, unit.At);
        unit.Db.LeadAssignments.Add(new LeadAssignment(lead.Id, kind, member, null, null, unit.At, choice.Why.Rule, RoutingReasons.Write(choice.Why)));
        unit.Db.Notifications.Add(new Notification(member, $"{lead.Name} ({lead.Source}) is your lead now", LeadUrls.For(lead.Id), unit.At));
    }
}
