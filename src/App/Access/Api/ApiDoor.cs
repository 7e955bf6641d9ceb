using System.Net.Http.Headers;
using CrmStudio.App.Access.Api.Queries;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.Api;

/// <summary>
/// Lets programs in by their key. The secret is looked up inside the fence of the organization it names; from then on the member who made it acts,
/// with what they may do at this moment and no more than the key was made for. A member who is disabled has no key.
/// </summary>
public sealed class ApiDoor(SignInDoor door, IServiceScopeFactory scopes, AuthorityReader authorities, CurrentMember me, ApiCaller caller)
{
    private const int LongestToken = 200;

    /// <summary>Whether the request came under a key that opens.</summary>
    public async Task<bool> EnterAsync(HttpRequest request, CancellationToken ct)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var said) || !string.Equals(said.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)) return false;
        if (said.Parameter is not { Length: <= LongestToken } token || token.Split('.') is not [var org, { Length: > 0 } secret] || !Guid.TryParseExact(org, "n", out var orgId)) return false;
        if (await door.Db.Organizations.AsNoTracking().SingleOrDefaultAsync(organization => organization.Id == orgId, ct) is not { } organization) return false;
        if (await FindAsync(organization, ApiKey.HashOf(secret), ct) is not { } key) return false;
        if (await authorities.IdentifyAsync(orgId, key.MemberId, null, ct) is not { } authority) return false;

        me.Narrow(key.Scopes.ToHashSet(StringComparer.Ordinal));
        me.Become(authority, null);
        caller.Is(key.Id);
        return true;
    }

    // In a scope of its own: who acts in a request is said once, and here that is the member.
    private async Task<OpenKey?> FindAsync(Organization organization, string hash, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().BecomeSystem(organization.Id, organization.Name, organization.TimeZone);
        return (await scope.ServiceProvider.GetRequiredService<OpenKeyQuery>().ReadAsync(hash, ct)).Value;
    }
}
