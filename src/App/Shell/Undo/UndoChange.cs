using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Platform.Undo;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Shell.Undo;

/// <summary>Takes back one of the member's own changes, or the last one, unless somebody changed a record since.</summary>
public sealed class UndoChange(CrmWork work)
{
    /// <summary>How many changes back a member can go.</summary>
    public const int Depth = 20;

    /// <param name="UndoId">The change; null for the latest that was not undone.</param>
    public sealed record Input(Guid? UndoId);

    /// <returns>What was undone, in words.</returns>
    public async Task<Outcome<string>> RunAsync(Input input, CancellationToken ct)
    {
        var (permission, id) = await FindAsync(input.UndoId, ct);
        if (permission is null) return UndoRefusals.NothingToUndo;

        await using var unit = await work.BeginAsync("undo", permission, ct);
        if (unit.Refused is { } refused) return refused;

        var entry = await unit.Db.UndoEntries.SingleAsync(undo => undo.Id == id, ct);
        var outcome = await unit.ReplayAsync(entry, ct);
        if (!outcome.IsDone) return outcome.Refusal;
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? entry.Summary : saved.Refusal;
    }

    /// <summary>Undoing takes the permission the change took, so that is looked up first.</summary>
    private async Task<(Permission? Permission, Guid Id)> FindAsync(Guid? undoId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("undo.find", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is not null) return default;

        var found = await unit.Db.UndoEntries.AsNoTracking()
            .Where(undo => undo.MemberId == unit.MemberId)
            .OrderByDescending(undo => undo.At).ThenByDescending(undo => undo.Id)
            .Take(Depth)
            .Where(undo => undoId == null ? undo.UndoneAt == null : undo.Id == undoId)
            .Select(undo => new { undo.Id, undo.Permission })
            .FirstOrDefaultAsync(ct);
        return found is null ? default : (PermissionCatalog.All.GetValueOrDefault(found.Permission), found.Id);
    }
}
