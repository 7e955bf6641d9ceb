using CrmStudio.App.Hosting.Settings;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Feeds;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Feeds.UseCases;

/// <summary>Makes a feed for oneself. Its address is shown once: only its hash is kept.</summary>
public sealed class MakeCalendarFeed(CrmWork work, CurrentMember me, CrmSettings settings)
{
    public sealed record Input(FeedContent Content);

    /// <returns>The address.</returns>
    public async Task<Outcome<Uri>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.feeds.make", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.Db.CalendarFeeds.CountAsync(one => one.MemberId == me.Id && one.RevokedAt == null, ct) >= CalendarFeed.Most) return FeedRefusals.TooMany;

        var (feed, secret) = (new CalendarFeed(me.Id), FeedSecret.New(settings, me.OrgId));
        if (feed.Set(input.Content) is { IsDone: false } wrong) return wrong.Refusal;
        feed.Seal(secret.Secret, unit.At);
        unit.Db.CalendarFeeds.Add(feed);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? secret.Address : saved.Refusal;
    }
}
