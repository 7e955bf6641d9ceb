using System.Text.Json;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmStudio.Infrastructure.Platform.Undo;

/// <summary>Writes the way back of a save that can be undone into the same save.</summary>
internal sealed class UndoInterceptor : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (CrmDbContext)eventData.Context!;
        if (db.Unit is not { UndoSummary: { } summary, Permission: { } permission } unit) return ValueTask.FromResult(result);

        var changed = db.ChangeTracker.Entries<Entity>().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (changed.Count == 0 || changed.Any(LosesSecret)) return ValueTask.FromResult(result);

        var undo = new UndoEntry(unit.MemberId, permission.Name, summary, JsonSerializer.Serialize(changed.Select(StepBack), Json.Options), unit.At);
        db.UndoEntries.Add(undo);
        unit.UndoId = undo.Id;
        return ValueTask.FromResult(result);
    }

    // A secret is written nowhere but in its own column, so there is no way back to one that was changed or removed.
    private static bool LosesSecret(EntityEntry entry) => entry.State != EntityState.Added && RowImage.Changed(entry).Any(property => RowImage.IsSecret(property.Metadata));

    internal static UndoStep StepBack(EntityEntry<Entity> entry) => new(
        entry.Metadata.GetTableName()!, entry.Entity.Id, entry.State, (entry.Entity as INamedRecord)?.RecordName,
        entry.State == EntityState.Added ? null : (uint)entry.Property(nameof(Entity.Version)).OriginalValue!,
        entry.State switch
        {
            EntityState.Added => null,
            EntityState.Deleted => RowImage.Of(RowImage.Whole(entry), original: true),
            _ => RowImage.Of(RowImage.Changed(entry), original: true),
        });
}
