using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Shell.Notifications.Queries;

/// <summary>The member's latest notifications, kept until somebody is told something.</summary>
public sealed class NotificationQuery(CrmWork work, CurrentMember me, KeptReads kept)
{
    private static readonly string[] tables = ["notifications"];
    private static readonly TimeSpan keptFor = TimeSpan.FromMinutes(1);

    /// <summary>Lines under the bell.</summary>
    public const int Lines = 20;

    public async Task<Outcome<IReadOnlyList<NotificationLine>>> ReadAsync(CancellationToken ct)
    {
        if (!me.IsKnown) return Refusal.SignedOut;
        var known = await kept.ReadAsync(me.OrgId, (nameof(NotificationQuery), me.Id), tables, keptFor, () => LinesAsync(CancellationToken.None), read => read.IsDone).WaitAsync(ct);
        return known.IsDone ? known : await LinesAsync(ct);
    }

    private async Task<Outcome<IReadOnlyList<NotificationLine>>> LinesAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("notifications.read", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is { } refused) return refused;

        return new Outcome<IReadOnlyList<NotificationLine>>(await unit.Db.Notifications.AsNoTracking().Where(notification => notification.MemberId == unit.MemberId)
            .OrderByDescending(notification => notification.At).ThenByDescending(notification => notification.Id).Take(Lines)
            .Select(notification => new NotificationLine(notification.Id, notification.Text, notification.Href, notification.At, notification.ReadAt != null))
            .ToListAsync(ct), null);
    }
}

/// <summary>A line under the bell.</summary>
public sealed record NotificationLine(Guid Id, string Text, string Href, DateTimeOffset At, bool IsRead);
