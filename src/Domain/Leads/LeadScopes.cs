using CrmStudio.Domain.Access;

namespace CrmStudio.Domain.Leads;

/// <summary>Named sets of leads.</summary>
public static class LeadScopes
{
    /// <summary>
    /// Leads the member may see under a permission: the organization's, the team's or their own, and those in ponds they may claim from. None
    /// without it.
    /// </summary>
    /// <param name="leads">The leads.</param>
    /// <param name="me">The member.</param>
    /// <param name="permission">The permission.</param>
    /// <param name="ponds">All ponds.</param>
    /// <param name="places">All places in teams.</param>
    public static IQueryable<Lead> VisibleTo(this IQueryable<Lead> leads, CurrentMember me, Permission permission, IQueryable<LeadPond> ponds, IQueryable<TeamMember> places)
    {
        if (me.ScopeOf(permission) is not { } scope) return leads.Where(lead => false);
        if (scope == Scope.Organization) return leads;

        var myId = me.Id;
        var open = ponds.Where(pond => pond.TeamId == null || places.Any(place => place.TeamId == pond.TeamId && place.MemberId == myId)).Select(pond => (Guid?)pond.Id);
        if (scope == Scope.Own) return leads.Where(lead => lead.AssigneeId == myId || open.Contains(lead.PondId));
        var team = me.Authority.Team.ToArray();
        return leads.Where(lead => lead.AssigneeId == myId || team.Contains(lead.AssigneeId!.Value) || open.Contains(lead.PondId));
    }

    /// <summary>Leads that have not ended.</summary>
    public static IQueryable<Lead> StillOpen(this IQueryable<Lead> leads) => leads.Where(lead => lead.EndedAt == null);

    /// <summary>Leads that are in the inbox now: open, and not put off.</summary>
    public static IQueryable<Lead> InInbox(this IQueryable<Lead> leads, DateTimeOffset now) =>
        leads.Where(lead => lead.EndedAt == null && (lead.SnoozedUntil == null || lead.SnoozedUntil <= now));

    /// <summary>Whether the member sees amounts of leads wherever they see leads. Hiding too much is safe, guessing is not.</summary>
    public static bool SeesLeadAmounts(this CurrentMember me) =>
        me.ScopeOf(LeadPermissions.SeeAmounts) is { } amounts && amounts >= me.ScopeOf(LeadPermissions.Read);
}
