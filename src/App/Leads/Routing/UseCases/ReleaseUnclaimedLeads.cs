using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Routing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing.UseCases;

/// <summary>Sends leads on that nobody claimed in time: into the pond their rule goes on to, or to whom the rules after it say. Where nobody is found, the lead waits on.</summary>
public sealed class ReleaseUnclaimedLeads(CrmWork work, RoutingDesk desk)
{
    /// <summary>Leads sent on in one run; the rest goes with the next.</summary>
    public const int Most = 500;

    /// <returns>How many went on.</returns>
    public async Task<Outcome<int>> RunAsync(CancellationToken ct)
    {
        var released = 0;
        for (var turn = 0; turn < Most; turn++)
        {
            await using var unit = await work.BeginAsync("leads.release-unclaimed", LeadPermissions.Route, ct);
            if (unit.Refused is { } refused) return refused;

            var lead = await unit.Db.Leads.StillOpen().Where(lead => lead.ClaimBy != null && lead.ClaimBy <= unit.At).OrderBy(lead => lead.ClaimBy).FirstOrDefaultAsync(ct);
            if (lead is null) return released;
            await SendOnAsync(unit, lead, ct);
            var saved = await unit.SaveAsync(ct);   // claimed in the same moment: the next turn does not find it any more
            if (saved.Refusal is { } meanwhile && meanwhile != Refusal.ChangedMeanwhile) return meanwhile;
            if (saved.IsDone) released++;
        }
        return released;
    }

    private async Task SendOnAsync(CrmUnit unit, Lead lead, CancellationToken ct)
    {
        var pond = lead.PondId!.Value;
        var ponded = await unit.Db.LeadAssignments.AsNoTracking().Where(given => given.LeadId == lead.Id && given.Kind == AssignmentKind.Ponded).OrderByDescending(given => given.At).FirstOrDefaultAsync(ct);
        var ruleId = RoutingReasons.Read(ponded?.Why)?.RuleId;
        var rule = await unit.Db.RoutingRules.AsNoTracking().SingleOrDefaultAsync(one => one.Id == ruleId, ct);
        if (rule?.Terms.FallbackPondId is { } next && next != pond && await unit.Db.LeadPonds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == next, ct) is { } other)
        {
            await desk.PondAsync(unit, lead, next, null, new RoutingWhy(rule.Id, rule.Name, $"Nobody claimed it in time: on into {other.Name}", [], []), ct);
            return;
        }

        // A rule that is gone has no place in the order: then the lead waits on, rather than to go through its ponds again.
        var choice = rule is null ? null : await desk.RouteAsync(unit, lead, AssignmentKind.Routed, rule.Id, (await unit.HadAsync(lead.Id, ct)).ToHashSet(), ct);
        if (choice is { IsMade: true }) return;
        lead.WaitIn(pond, null);
        unit.Db.Activities.Add(new Activity(LeadTables.Leads, lead.Id, ActivityKind.System, "Nobody claimed it in time, and no rule after found anybody: it waits on", null, unit.At));
    }
}
