using CrmStudio.App.Hosting.Settings;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Feeds.UseCases;

/// <summary>Gives one's feed a new address. The old one opens nothing from then on, and there is no way back to it.</summary>
public sealed class RenewCalendarFeed(CrmWork work, CurrentMember me, CrmSettings settings)
{
    public sealed record Input(Guid FeedId);

    /// <returns>The address.</returns>
    public async Task<Outcome<Uri>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.feeds.renew", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.Db.CalendarFeeds.SingleOrDefaultAsync(one => one.Id == input.FeedId && one.MemberId == me.Id, ct) is not { } feed) return Refusal.NotFound;

        var secret = FeedSecret.New(settings, me.OrgId);
        if (feed.Seal(secret.Secret, unit.At) is { IsDone: false } wrong) return wrong.Refusal;
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? secret.Address : saved.Refusal;
    }
}
