using CrmStudio.Domain.Access;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Persistence;

namespace CrmStudio.App.Leads;

/// <summary>Which leads a member sees.</summary>
public static class LeadSight
{
    /// <summary>Leads the member may see under a permission of this room.</summary>
    public static IQueryable<Lead> LeadsOf(this CrmDbContext db, CurrentMember me, Permission permission) => db.Leads.VisibleTo(me, permission, db.LeadPonds, db.TeamMembers);

    /// <summary>Ponds the member may claim from: everybody's, those of their teams, and all for who sees the organization's leads.</summary>
    public static IQueryable<LeadPond> PondsOf(this CrmDbContext db, CurrentMember me)
    {
        var myId = me.Id;
        return me.ScopeOf(LeadPermissions.Read) == Scope.Organization ? db.LeadPonds
            : db.LeadPonds.Where(pond => pond.TeamId == null || db.TeamMembers.Any(place => place.TeamId == pond.TeamId && place.MemberId == myId));
    }
}
