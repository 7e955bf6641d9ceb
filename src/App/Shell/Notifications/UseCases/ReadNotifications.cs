using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Shell.Notifications.UseCases;

/// <summary>Marks the member's notifications read.</summary>
public sealed class ReadNotifications(CrmWork work)
{
    public async Task<Outcome> RunAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("notifications.mark-read", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is { } refused) return refused;

        foreach (var notification in await unit.Db.Notifications.Where(n => n.MemberId == unit.MemberId && n.ReadAt == null).ToListAsync(ct))
            notification.Read(unit.At);
        return await unit.SaveAsync(ct);
    }
}
