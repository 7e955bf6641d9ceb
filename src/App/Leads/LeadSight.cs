using CrmStudio.Domain.Access;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Persistence;

namespace CrmStudio.App.Leads;

/// <summary>Which leads a member sees.</summary>
public static class LeadSight
{
    /// <summary>Leads the member may see under a permission of this room.</summary>
    public static IQueryable<Lead> LeadsOf(this CrmDbContext db, CurrentMember me, Permission permission) => db.Leads.VisibleTo(me, permission, db.LeadPonds, db.TeamMembers);
}
