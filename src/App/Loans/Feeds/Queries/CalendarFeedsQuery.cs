using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Feeds;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Feeds.Queries;

/// <summary>One's own feeds.</summary>
public sealed class CalendarFeedsQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<IReadOnlyList<FeedLine>>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.feeds.list", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        return await unit.Db.CalendarFeeds.AsNoTracking().Where(feed => feed.MemberId == me.Id && feed.RevokedAt == null).OrderBy(feed => feed.CreatedAt)
            .Select(feed => new FeedLine(feed.Id, new FeedContent(feed.Name, feed.IsPrivate, feed.HasClosings, feed.HasLocks, feed.HasDisclosures), feed.SecretSince)).ToListAsync(ct);
    }
}

/// <summary>A feed.</summary>
/// <param name="Since">Since when its address holds.</param>
public sealed record FeedLine(Guid Id, FeedContent Content, DateTimeOffset Since);
