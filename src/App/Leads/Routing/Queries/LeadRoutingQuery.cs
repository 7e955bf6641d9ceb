using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Domain.Leads.Routing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing.Queries;

/// <summary>The rules in order, the ponds, and what both can name.</summary>
public sealed class LeadRoutingQuery(CrmWork work)
{
    public async Task<Outcome<LeadRouting>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.read-routing", LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var rules = await db.RoutingRules.AsNoTracking().OrderBy(rule => rule.Position).ThenBy(rule => rule.Id).ToListAsync(ct);
        var ponds = await db.LeadPonds.AsNoTracking().OrderBy(pond => pond.Name)
            .Select(pond => new PondLine(pond.Id, pond.Name, pond.TeamId, db.Teams.Where(team => team.Id == pond.TeamId).Select(team => team.Name).FirstOrDefault(), db.Leads.Count(lead => lead.PondId == pond.Id && lead.EndedAt == null)))
            .ToListAsync(ct);
        var able = unit.Db.WhoWorkLeads();
        var members = await db.Members.AsNoTracking().OrderBy(member => member.FirstName).ThenBy(member => member.LastName)
            .Select(member => new RoutingName(member.Id, member.FirstName + " " + member.LastName, able.Any(one => one.Id == member.Id))).ToListAsync(ct);
        var teams = await db.Teams.AsNoTracking().OrderBy(team => team.Name).Select(team => new RoutingName(team.Id, team.Name, true)).ToListAsync(ct);
        var terms = (await db.ResponsePolicies.AsNoTracking().SingleOrDefaultAsync(ct))?.Terms ?? ResponseTerms.None;
        return new LeadRouting([.. rules.Select(rule => new RuleLine(rule.Id, rule.Name, rule.IsOn, rule.Terms))], ponds, members, teams, terms);
    }
}

/// <summary>The page of routing rules.</summary>
public sealed record LeadRouting(IReadOnlyList<RuleLine> Rules, IReadOnlyList<PondLine> Ponds, IReadOnlyList<RoutingName> Members, IReadOnlyList<RoutingName> Teams, ResponseTerms Promise);

/// <summary>A rule.</summary>
public sealed record RuleLine(Guid Id, string Name, bool IsOn, RoutingTerms Terms);

/// <summary>A pond, with the leads that wait in it.</summary>
public sealed record PondLine(Guid Id, string Name, Guid? TeamId, string? Team, int Waiting);

/// <summary>A member or team.</summary>
/// <param name="CanBeChosen">Whether it can be named anew: a member who works on leads.</param>
public sealed record RoutingName(Guid Id, string Name, bool CanBeChosen);
