using CrmStudio.App.Loans.Feeds.Queries;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Feeds;
using CrmStudio.Infrastructure.Access;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Feeds;

/// <summary>
/// Lets calendars in by the address of a feed. The secret is looked up inside the fence of the organization it names; from then on the member
/// it belongs to acts, with what they may do at this moment. A member who is disabled, or may see no loans, has no feed.
/// </summary>
public sealed class FeedDoor(SignInDoor door, IServiceScopeFactory scopes, AuthorityReader authorities, CurrentMember me)
{
    private const int LongestToken = 200;

    /// <summary>The feed of an address; null when it opens nothing.</summary>
    public async Task<OpenFeed?> EnterAsync(string token, CancellationToken ct)
    {
        if (token.Length > LongestToken || token.Split('.') is not [var org, { Length: > 0 } secret] || !Guid.TryParseExact(org, "n", out var orgId)) return null;
        if (await door.Db.Organizations.AsNoTracking().SingleOrDefaultAsync(organization => organization.Id == orgId, ct) is not { } organization) return null;
        if (await FindAsync(organization, CalendarFeed.HashOf(secret), ct) is not { } feed) return null;
        if (await authorities.IdentifyAsync(orgId, feed.MemberId, null, ct) is not { } authority || !authority.Grants.ContainsKey(LoanPermissions.Read.Name)) return null;

        me.Become(authority, null);
        return feed;
    }

    // In a scope of its own: who acts in a request is said once, and here that is the member.
    private async Task<OpenFeed?> FindAsync(Organization organization, string hash, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().BecomeSystem(organization.Id, organization.Name, organization.TimeZone);
        return (await scope.ServiceProvider.GetRequiredService<OpenFeedQuery>().ReadAsync(hash, ct)).Value;
    }
}
