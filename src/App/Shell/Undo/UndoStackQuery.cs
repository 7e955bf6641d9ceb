using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Platform.Undo;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Shell.Undo;

/// <summary>What the member did lately and can take back, the newest first, and why the rest cannot be taken back.</summary>
public sealed class UndoStackQuery(CrmWork work, CurrentMember me, IEnumerable<IUndoSource> sources)
{
    public async Task<Outcome<IReadOnlyList<UndoAct>>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("undo.list", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is { } refused) return refused;

        var entries = await unit.Db.UndoEntries.AsNoTracking().Where(undo => undo.MemberId == unit.MemberId)
            .OrderByDescending(undo => undo.At).ThenByDescending(undo => undo.Id).Take(UndoChange.Depth).ToListAsync(ct);
        var outlook = await UndoOutlook.LookAsync(unit, entries, ct);
        var acts = entries.ConvertAll(undo => new UndoAct(undo.Id, undo.Summary, undo.At, outlook[undo.Id] ?? Allowed(undo.Permission)));
        foreach (var source in sources) acts.AddRange(await source.ReadAsync(unit, UndoChange.Depth, ct));
        return acts.OrderByDescending(act => act.At).Take(UndoChange.Depth).ToList();
    }

    private Refusal? Allowed(string permission) => PermissionCatalog.All.TryGetValue(permission, out var needed) && me.May(needed) ? null : Refusal.NotAllowed;
}
