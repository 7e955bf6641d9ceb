using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Access;

/// <summary>Lets one change of administrators happen after the other.</summary>
public static class AdministratorLock
{
    /// <summary>Locks the administrators' role until the unit ends; whoever asks meanwhile waits.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="ct">Cancels the waiting.</param>
    /// <returns>The role's id.</returns>
    public static Task<Guid> LockAdministratorsAsync(this CrmUnit unit, CancellationToken ct) =>
        unit.Db.Roles.FromSql($"select *, xmin from roles where built_in = 'Admin' for update").Select(role => role.Id).SingleAsync(ct);
}
