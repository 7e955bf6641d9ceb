using CrmStudio.Infrastructure.Access;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.SigningIn;

/// <summary>Tells people of demonstration organizations from everybody else.</summary>
public static class DemoPeople
{
    /// <summary>Whether every organization of a person is a demonstration: only then may others enter as them, or see their mail.</summary>
    public static async Task<bool> IsDemoOnlyAsync(this SignInDoor door, Guid userId, CancellationToken ct)
    {
        var places = await door.Db.UserOrganizations.Where(place => place.UserId == userId)
            .Join(door.Db.Organizations, place => place.OrgId, organization => organization.Id, (_, organization) => organization.IsDemo)
            .ToListAsync(ct);
        return places.Count > 0 && places.TrueForAll(isDemo => isDemo);
    }
}
