using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Feeds;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Feeds.UseCases;

/// <summary>Changes what one's feed is called and shows. Its address stays.</summary>
public sealed class ChangeCalendarFeed(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid FeedId, FeedContent Content);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.feeds.change", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.Db.CalendarFeeds.SingleOrDefaultAsync(one => one.Id == input.FeedId && one.MemberId == me.Id, ct) is not { } feed) return Refusal.NotFound;
        if (feed.Set(input.Content) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = $"Changed the feed {feed.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
