using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.Infrastructure.Platform.Tenancy;

/// <summary>Runs work for each organization in turn, each in a fresh scope in which the system acts.</summary>
public sealed class OrganizationSweep(IServiceScopeFactory scopes)
{
    /// <summary>Runs the work for every organization.</summary>
    /// <typeparam name="T">The use case to resolve in each scope.</typeparam>
    public async Task EachOrganizationAsync<T>(Func<T, CancellationToken, Task> work, CancellationToken ct)
        where T : notnull
    {
        List<Organization> organizations;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var door = scope.ServiceProvider.GetRequiredService<SignInDoor>();
            organizations = await door.Db.Organizations.AsNoTracking().ToListAsync(ct);
        }

        foreach (var organization in organizations)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentMember>().BecomeSystem(organization.Id, organization.Name, organization.TimeZone);
            await work(scope.ServiceProvider.GetRequiredService<T>(), ct);
        }
    }
}
