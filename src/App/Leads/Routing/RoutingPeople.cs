using CrmStudio.Domain.Access;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing;

/// <summary>Whom routing tells something.</summary>
public static class RoutingPeople
{
    /// <summary>Who leads a member: the leads of their teams, or of the nearest team above that has one; who routes leads where there is none, or no member.</summary>
    public static async Task<IReadOnlyList<Guid>> ChiefsOfAsync(this CrmUnit unit, Guid? memberId, CancellationToken ct)
    {
        if (memberId is { } id)
        {
            var teams = await unit.Db.Teams.AsNoTracking().ToDictionaryAsync(team => team.Id, ct);
            var places = await unit.Db.TeamMembers.AsNoTracking().Where(place => place.MemberId == id || (place.Leads && unit.Db.Members.Any(member => member.Id == place.MemberId && member.Status == MemberStatus.Active))).ToListAsync(ct);
            var leads = places.Where(place => place.Leads && place.MemberId != id).ToLookup(place => place.TeamId, place => place.MemberId);
            var chiefs = places.Where(place => place.MemberId == id).SelectMany(place => Nearest(place.TeamId, teams, leads)).Distinct().ToList();
            if (chiefs.Count > 0) return chiefs;
        }
        return await unit.Db.WhoHold(LeadPermissions.Route).Select(member => member.Id).ToListAsync(ct);
    }

    /// <summary>Who may claim from a pond and is told of what comes into it: its team, or everybody who says that they take leads.</summary>
    public static Task<List<Guid>> AroundPondAsync(this CrmUnit unit, Guid pondId, CancellationToken ct) => unit.Db.Members
        .Where(member => member.Status == MemberStatus.Active && !unit.Db.LeadProfiles.Any(profile => profile.MemberId == member.Id && !profile.TakesLeads))
        .Where(member => unit.Db.LeadPonds.Any(pond => pond.Id == pondId && (pond.TeamId == null
            ? unit.Db.LeadProfiles.Any(profile => profile.MemberId == member.Id)
            : unit.Db.TeamMembers.Any(place => place.TeamId == pond.TeamId && place.MemberId == member.Id))))
        .Select(member => member.Id).ToListAsync(ct);

    /// <summary>Whoever had a lead so far, each time it came to them.</summary>
    public static Task<List<Guid>> HadAsync(this CrmUnit unit, Guid leadId, CancellationToken ct) =>
        unit.Db.LeadAssignments.Where(given => given.LeadId == leadId && given.MemberId != null).Select(given => given.MemberId!.Value).ToListAsync(ct);

    private static IEnumerable<Guid> Nearest(Guid teamId, Dictionary<Guid, Team> teams, ILookup<Guid, Guid> leads)
    {
        var seen = new HashSet<Guid>();
        for (Guid? at = teamId; at is { } id && seen.Add(id) && teams.TryGetValue(id, out var team); at = team.ParentId)
            if (leads[id].Any()) return leads[id];
        return [];
    }
}
