using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Feeds.UseCases;

/// <summary>Switches one's feed off, at once and for good: its address may be in wrong hands.</summary>
public sealed class RevokeCalendarFeed(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid FeedId);

    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.feeds.revoke", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.Db.CalendarFeeds.SingleOrDefaultAsync(one => one.Id == input.FeedId && one.MemberId == me.Id, ct) is not { } feed) return Refusal.NotFound;

        feed.Revoke(unit.At);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed($"The feed {feed.Name} is revoked", null) : saved.Refusal;
    }
}
