using System.Text.Json;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmStudio.Infrastructure.Platform.Undo;

/// <summary>Takes a saved change back, or says which record stands in the way. Never overwrites what somebody changed since.</summary>
public static class UndoReplay
{
    /// <summary>Puts the rows of an entry back into the unit; the caller saves.</summary>
    public static async Task<Outcome> ReplayAsync(this CrmUnit unit, UndoEntry undo, CancellationToken ct)
    {
        var db = unit.Db;
        if (undo.UndoneAt is not null) return UndoRefusals.AlreadyUndone;

        var steps = JsonSerializer.Deserialize<List<UndoStep>>(undo.Steps, Json.Options)!;
        var types = db.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(Entity))).ToDictionary(type => type.GetTableName()!);

        // Rows that were added last go first, so that no row outlives the one it hangs on.
        foreach (var step in Enumerable.Reverse(steps))
        {
            var type = types[step.Table];
            var row = (Entity?)await db.FindAsync(type.ClrType, [db.OrgId, step.Id], ct);
            if (step.Was == EntityState.Deleted)
            {
                if (row is not null) return UndoRefusals.ChangedSince(step.Name);
                PutBack(db, type, step);
                continue;
            }

            if (row is null || row.Version != undo.SavedAs) return UndoRefusals.ChangedSince((row as INamedRecord)?.RecordName ?? step.Name);
            if (step.Was == EntityState.Added) db.Remove(row);
            else Restore(db.Entry(row), step);
        }

        undo.Undone(unit.At);
        return Outcome.Done;
    }

    private static void Restore(EntityEntry entry, UndoStep step)
    {
        foreach (var (name, value) in step.Values!)
        {
            var property = entry.Property(name);
            property.CurrentValue = RowImage.Read(value, property.Metadata);
        }
    }

    private static void PutBack(CrmDbContext db, IEntityType type, UndoStep step)
    {
        var row = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        var entry = db.Entry(row);
        entry.Property(nameof(Entity.Id)).CurrentValue = step.Id;
        Restore(entry, step);
        db.Add(row);
    }
}
