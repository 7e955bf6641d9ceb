using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access;

/// <summary>Keeps an organization from losing its last administrator.</summary>
public static class LastAdministrator
{
    /// <summary>
    /// Whether somebody besides the member is an active administrator. Locks the role first: of two administrators who remove
    /// each other at once, one waits and is refused.
    /// </summary>
    public static async Task<bool> OthersRemainAsync(this CrmUnit unit, Guid memberId, CancellationToken ct)
    {
        var admin = await unit.LockAdministratorsAsync(ct);
        return await unit.Db.MemberRoles.AnyAsync(held => held.RoleId == admin && held.MemberId != memberId
            && unit.Db.Members.Any(member => member.Id == held.MemberId && member.Status == MemberStatus.Active), ct);
    }
}
