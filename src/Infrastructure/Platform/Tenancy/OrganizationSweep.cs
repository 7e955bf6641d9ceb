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
        List<(Guid Id, string Name)> organizations;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var door = scope.ServiceProvider.GetRequiredService<SignInDoor>();
            organizations = [.. (await door.Db.Organizations.AsNoTracking().Select(o => new { o.Id, o.Name }).ToListAsync(ct)).Select(o => (o.Id, o.Name))];
        }

        foreach (var (id, name) in organizations)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentMember>().BecomeSystem(id, name);
            await work(scope.ServiceProvider.GetRequiredService<T>(), ct);
        }
    }
}
