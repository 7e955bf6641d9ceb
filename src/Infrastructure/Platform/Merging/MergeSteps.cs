using System.Text.Json;
using System.Text.Json.Nodes;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Platform.Undo;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmStudio.Infrastructure.Platform.Merging;

/// <summary>
/// The way back of a merge at any later time. Unlike undo it does not ask that nothing was touched since: a field somebody changed later keeps what they
/// wrote, and so does a row that was added later. What stays so is told.
/// </summary>
public static class MergeSteps
{
    /// <summary>What the unit is about to do, as JSON, and to how many rows. Call before the merge itself is added to the unit.</summary>
    public static (string Steps, int Rows) Of(CrmUnit unit)
    {
        unit.Db.ChangeTracker.DetectChanges();
        var steps = unit.Db.ChangeTracker.Entries<Entity>().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).Select(StepOf).ToList();
        return (JsonSerializer.Serialize(steps, Json.Options), steps.Count);
    }

    /// <summary>Puts every row back as far as nobody changed it since; the caller saves.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="json">What <see cref="Of"/> gave.</param>
    /// <param name="type">What sort of records.</param>
    /// <param name="survivorId">The record that took the other in.</param>
    /// <param name="at">When the merge was.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What stays with the survivor.</returns>
    public static async Task<IReadOnlyList<LeftBehind>> GoBackAsync(CrmUnit unit, string json, Type type, Guid survivorId, DateTimeOffset at, CancellationToken ct)
    {
        var steps = JsonSerializer.Deserialize<List<MergeStep>>(json, Json.Options)!;
        var types = UndoReplay.Types(unit.Db);
        await UndoReplay.LoadAsync(unit, steps.Select(step => new UndoStep(step.Table, step.Id, step.Was, step.Name, null, null)), ct);
        var (left, together) = (new List<LeftBehind>(), steps.Where(step => step.Was == EntityState.Deleted).Select(step => step.Id).ToHashSet());
        // First what was removed comes back, so that what is moved back finds it.
        foreach (var step in steps.Where(step => step.Was == EntityState.Deleted)) await PutBackAsync(unit, types[step.Table], step, together, left, ct);
        foreach (var step in steps.Where(step => step.Was != EntityState.Deleted))
        {
            var row = (Entity?)await unit.Db.FindAsync(types[step.Table].ClrType, [unit.Db.OrgId, step.Id], ct);
            if (row is null) left.Add(new(step.Table, step.Id, step.Name, LeftBehind.Removed, null));
            else if (step.Was == EntityState.Added) TakeAway(unit.Db.Entry(row), step, left);
            else Restore(unit.Db.Entry(row), step, left);
        }
        left.AddRange(await EditedSinceAsync(unit, unit.Db.Model.FindEntityType(type)!, steps.Find(step => step.Id == survivorId), survivorId, at, ct));
        left.AddRange(await AddedSinceAsync(unit, unit.Db.Model.FindEntityType(type)!, steps, survivorId, at, ct));
        return left;
    }

    private static MergeStep StepOf(EntityEntry<Entity> entry)
    {
        List<PropertyEntry> fields = entry.State == EntityState.Modified ? [.. RowImage.Changed(entry)] : [.. RowImage.Whole(entry)];
        return new(
            entry.Metadata.GetTableName()!, entry.Entity.Id, entry.State, (entry.Entity as INamedRecord)?.RecordName,
            entry.State == EntityState.Added ? null : RowImage.Of(fields, original: true),
            entry.State == EntityState.Deleted ? null : RowImage.Of(entry.State == EntityState.Added ? fields.Where(field => field.Metadata.Name != nameof(Entity.CreatedAt)) : fields, original: false));
    }

    private static async Task PutBackAsync(CrmUnit unit, IEntityType type, MergeStep step, HashSet<Guid> together, List<LeftBehind> left, CancellationToken ct)
    {
        foreach (var key in type.GetForeignKeys())
        {
            var property = key.Properties[^1];
            if (key.PrincipalEntityType.FindProperty(nameof(Entity.Id)) is null || step.Before![property.Name]?.GetValue<Guid>() is not { } target) continue;
            if (together.Contains(target) || await ExistsAsync(unit, key.PrincipalEntityType, target, ct)) continue;
            if (!property.IsNullable)
            {
                left.Add(new(step.Table, step.Id, step.Name, LeftBehind.Removed, null));   // the tag is gone everywhere, so it is not put back here
                return;
            }
            step.Before[property.Name] = null;
        }
        UndoReplay.PutBack(unit.Db, type, new UndoStep(step.Table, step.Id, step.Was, step.Name, null, step.Before));
    }

    private static async Task<bool> ExistsAsync(CrmUnit unit, IEntityType type, Guid id, CancellationToken ct) =>
        !type.ClrType.IsAssignableTo(typeof(Entity)) || await unit.Db.FindAsync(type.ClrType, [unit.Db.OrgId, id], ct) is not null;

    private static void TakeAway(EntityEntry entry, MergeStep step, List<LeftBehind> left)
    {
        if (step.After!.All(field => IsAs(entry.Property(field.Key), field.Value))) entry.State = EntityState.Deleted;
        else left.Add(new(step.Table, step.Id, step.Name, LeftBehind.Changed, null));
    }

    private static void Restore(EntityEntry entry, MergeStep step, List<LeftBehind> left)
    {
        foreach (var (name, before) in step.Before!)
        {
            var property = entry.Property(name);
            if (IsAs(property, step.After![name])) property.CurrentValue = RowImage.Read(before, property.Metadata);
            else left.Add(new(step.Table, step.Id, step.Name, LeftBehind.Changed, name));
        }
    }

    private static bool IsAs(PropertyEntry property, JsonNode? value) =>
        Equals(property.CurrentValue, RowImage.Read(value, property.Metadata)) || JsonNode.DeepEquals(JsonSerializer.SerializeToNode(property.CurrentValue, property.Metadata.ClrType, Json.Options), value);

    // Fields of the survivor the merge did not touch: what they were then, the first later entry of the audit trail says.
    private static async Task<IEnumerable<LeftBehind>> EditedSinceAsync(CrmUnit unit, IEntityType type, MergeStep? own, Guid survivorId, DateTimeOffset at, CancellationToken ct)
    {
        var table = type.GetTableName()!;
        var edits = await unit.Db.AuditEntries.AsNoTracking().Where(entry => entry.EntityType == table && entry.EntityId == survivorId && entry.Action == AuditAction.Update && entry.At > at).OrderBy(entry => entry.At).Select(entry => entry.Before).ToListAsync(ct);
        if (edits.Count == 0 || (Entity?)await unit.Db.FindAsync(type.ClrType, [unit.Db.OrgId, survivorId], ct) is not { } survivor) return [];
        var were = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, value) in edits.SelectMany(edit => JsonSerializer.Deserialize<JsonObject>(edit!, Json.Options)!)) were.TryAdd(name, value);
        return were.Where(field => own?.Before?.ContainsKey(field.Key) is not true && type.FindProperty(field.Key) is not null && !IsAs(unit.Db.Entry(survivor).Property(field.Key), field.Value))
            .Select(field => new LeftBehind(table, survivorId, (survivor as INamedRecord)?.RecordName, LeftBehind.Changed, field.Key));
    }

    // Names of tables and columns come from the model.
    private static async Task<IEnumerable<LeftBehind>> AddedSinceAsync(CrmUnit unit, IEntityType type, List<MergeStep> steps, Guid survivorId, DateTimeOffset at, CancellationToken ct)
    {
        var together = steps.Select(step => step.Id).ToArray();
        var counts = MergeLinks.To(type)
            .Select(link => $$"""select '{{link.Table}}' as "Table", count(*)::int as "Rows" from {{link.Table}} where org_id = {0} and {{link.Column}} = {1} and created_at > {2} and id <> all ({3})""");
        var rows = await unit.Db.Database.SqlQueryRaw<Added>(string.Join(" union all ", counts), unit.Db.OrgId, survivorId, at, together).ToListAsync(ct);
        return rows.Where(row => row.Rows > 0).Select(row => new LeftBehind(row.Table, null, null, LeftBehind.Added, null, row.Rows));
    }

    private sealed record Added(string Table, int Rows);
}
