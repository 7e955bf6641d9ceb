using CrmStudio.Domain.Access;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Persistence;

namespace CrmStudio.App.Leads;

/// <summary>Who can be given leads.</summary>
public static class LeadPeople
{
    /// <summary>Active members who work on leads.</summary>
    public static IQueryable<Member> WhoWorkLeads(this CrmDbContext db) => db.WhoHold(LeadPermissions.Work);

    /// <summary>Active members who hold a permission.</summary>
    public static IQueryable<Member> WhoHold(this CrmDbContext db, Permission permission)
    {
        var name = permission.Name;
        return db.Members.Where(member => member.Status == MemberStatus.Active
            && db.MemberRoles.Any(held => held.MemberId == member.Id && db.Roles.Any(role => role.Id == held.RoleId && role.Grants.Any(grant => grant.Permission == name))));
    }
}
