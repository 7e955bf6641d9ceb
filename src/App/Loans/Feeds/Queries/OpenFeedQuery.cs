using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Feeds.Queries;

/// <summary>The feed a secret opens.</summary>
public sealed class OpenFeedQuery(CrmWork work)
{
    /// <param name="hash">The hash of the secret.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<OpenFeed>> ReadAsync(string hash, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.feeds.enter", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var feed = await unit.Db.CalendarFeeds.AsNoTracking().Where(one => one.SecretHash == hash && one.RevokedAt == null)
            .Select(one => new OpenFeed(one.MemberId, one.IsPrivate, one.HasClosings, one.HasLocks, one.HasDisclosures)).SingleOrDefaultAsync(ct);
        return feed is null ? Refusal.NotFound : feed;
    }
}

/// <summary>A feed that was opened.</summary>
public sealed record OpenFeed(Guid MemberId, bool IsPrivate, bool HasClosings, bool HasLocks, bool HasDisclosures);
