using System.Runtime.CompilerServices;
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
    private static readonly ConditionalWeakTable<IModel, Dictionary<string, IEntityType>> tables = [];

    /// <summary>Puts the rows of an entry back into the unit; the caller saves.</summary>
    public static async Task<Outcome> ReplayAsync(this CrmUnit unit, UndoEntry undo, CancellationToken ct)
    {
        if (undo.UndoneAt is not null) return UndoRefusals.AlreadyUndone;

        var steps = UndoneVersions.Steps(undo);
        await LoadAsync(unit, steps, ct);
        var outcome = await ReplayAsync(unit, steps, undo.SavedAs, await UndoneVersions.SinceAsync(unit, undo, ct), ct);
        if (outcome.IsDone) undo.Undone(unit.At, await unit.Db.Database.SqlQuery<long>($"""select pg_current_xact_id()::xid::text::bigint as "Value" """).SingleAsync(ct));
        return outcome;
    }

    /// <summary>Reads the rows of many steps with one query for each table, so that looking at each asks for nothing more.</summary>
    internal static async Task LoadAsync(CrmUnit unit, IEnumerable<UndoStep> steps, CancellationToken ct)
    {
        foreach (var table in steps.Where(step => step.Was != EntityState.Deleted).ToLookup(step => step.Table, step => step.Id))
        {
            var ids = table.ToArray();
            await unit.Db.RecordsOf(Types(unit.Db)[table.Key]).Where(row => ids.Contains(row.Id)).LoadAsync(ct);
        }
    }

    /// <summary>Looks at every row first, so that a refusal leaves all of them as they are.</summary>
    internal static async Task<Outcome> ReplayAsync(CrmUnit unit, IReadOnlyList<UndoStep> steps, long savedAs, UndoneVersions undone, CancellationToken ct)
    {
        var db = unit.Db;
        var types = Types(db);
        var rows = new Dictionary<UndoStep, Entity?>(ReferenceEqualityComparer.Instance);
        UndoStep? inTheWay = null;
        foreach (var step in steps)
        {
            var row = (Entity?)await db.FindAsync(types[step.Table].ClrType, [db.OrgId, step.Id], ct);
            var stands = step.Was == EntityState.Deleted ? row is null : row is not null && undone.Stands(row.Version, row.Id, savedAs);
            var wentOn = step.Was == EntityState.Added && await HasFollowersAsync(db, types[step.Table], step.Id, steps, ct);
            rows.Add(step, row);
            if (stands && !wentOn) continue;
            inTheWay = step with { Name = (row as INamedRecord)?.RecordName ?? step.Name };
            if (inTheWay.Name is not null) break;   // people look for a name: a part without one is told of only when nothing else is in the way
        }
        if (inTheWay is not null) return UndoRefusals.ChangedSince(inTheWay.Name);

        // Rows that were added last go first, so that no row outlives the one it hangs on.
        foreach (var step in steps.Reverse())
        {
            if (step.Was == EntityState.Deleted) PutBack(db, types[step.Table], step);
            else if (step.Was == EntityState.Added) db.Remove(rows[step]!);
            else Restore(db.Entry(rows[step]!), step);
        }
        return Outcome.Done;
    }

    internal static Dictionary<string, IEntityType> Types(CrmDbContext db) => tables.GetValue(db.Model, model =>
        model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(Entity))).ToDictionary(type => type.GetTableName()!));

    /// <summary>Whether somebody has hung a row of their own on a row since it was added.</summary>
    private static async Task<bool> HasFollowersAsync(CrmDbContext db, IEntityType type, Guid id, IReadOnlyList<UndoStep> steps, CancellationToken ct)
    {
        // Names come from the model. The rows taken back together do not count.
        var links = type.GetReferencingForeignKeys().Select(link =>
            $$"""exists (select from {{link.DeclaringEntityType.GetTableName()}} where {{link.Properties[^1].GetColumnName()}} = {0} and id <> all ({1}))""").ToList();
        if (links.Count == 0) return false;
        var together = steps.Select(step => step.Id).ToArray();
        var question = "select " + string.Join(" or ", links) + " as \"Value\"";
        return await db.Database.SqlQueryRaw<bool>(question, id, together).SingleAsync(ct);
    }

    internal static void Restore(EntityEntry entry, UndoStep step)
    {
        foreach (var (name, value) in step.Values!)
        {
            var property = entry.Property(name);
            property.CurrentValue = RowImage.Read(value, property.Metadata);
        }
    }

    internal static void PutBack(CrmDbContext db, IEntityType type, UndoStep step)
    {
        var row = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        var entry = db.Entry(row);
        entry.Property(nameof(Entity.Id)).CurrentValue = step.Id;
        Restore(entry, step);
        db.Add(row);
    }
}
