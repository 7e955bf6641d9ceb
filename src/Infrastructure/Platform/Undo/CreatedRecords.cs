using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmStudio.Infrastructure.Platform.Undo;

/// <summary>
/// Takes records back that one save created by the thousand. What belongs to a record goes with it: the rows that would be removed
/// with it by their key. A record somebody changed, or hung something on, stays with all that belongs to it; what a job worked out of it
/// since is nobody's work and goes with it.
/// </summary>
public static class CreatedRecords
{
    /// <summary>Removes what can be removed when the unit is saved.</summary>
    /// <typeparam name="T">The records.</typeparam>
    /// <param name="unit">The unit of work.</param>
    /// <param name="ids">The records that were created.</param>
    /// <param name="savedAs">Id of the transaction that created them: the version they must still have.</param>
    /// <param name="workedOn">Records somebody worked on in a way no key tells of: a note was written on them.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What will be removed, the parts included.</returns>
    public static async Task<IReadOnlyList<Entity>> TakeBackAsync<T>(this CrmUnit unit, IReadOnlyCollection<Guid> ids, long savedAs, IEnumerable<Guid> workedOn, CancellationToken ct)
        where T : Entity
    {
        if (ids.Count == 0) return [];
        var type = unit.Db.Model.FindEntityType(typeof(T))!;
        await LockAsync(unit, type, ids, ct);
        var records = await unit.Db.Set<T>().AsNoTracking().Where(record => ids.Contains(record.Id)).ToListAsync(ct);
        var kept = workedOn.ToHashSet();
        kept.UnionWith(records.Where(record => record.Version != savedAs).Select(record => record.Id));

        var parts = new List<(Guid Of, Entity Part)>();
        foreach (var link in type.GetReferencingForeignKeys())
        {
            if (link.DeleteBehavior != DeleteBehavior.Cascade) kept.UnionWith(await HeldByAsync(unit, link, ids, ct));
            else parts.AddRange(await PartsAsync(unit, link, ids, ct));
        }
        kept.UnionWith(parts.Where(part => part.Part.Version != savedAs && part.Part is not IWorkedOut).Select(part => part.Of));

        List<Entity> removed = [.. records.Where(record => !kept.Contains(record.Id)), .. parts.Where(part => !kept.Contains(part.Of)).Select(part => part.Part)];
        unit.Many.Remove(removed);
        return removed;
    }

    // Whoever is about to hang something on a record waits for this, and finds it gone.
    private static Task LockAsync(CrmUnit unit, IEntityType type, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var sql = $"select from {type.GetTableName()} where org_id = {{0}} and id = any({{1}}) order by id for update";
        return unit.Db.Database.ExecuteSqlRawAsync(sql, [unit.Db.OrgId, ids.ToArray()], ct);
    }

    /// <summary>The records a row of another table points at, but for rows that go with this save anyway.</summary>
    private static Task<List<Guid>> HeldByAsync(CrmUnit unit, IForeignKey link, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var column = link.Properties[^1].GetColumnName();
        var sql = $$"""select distinct {{column}} as "Value" from {{link.DeclaringEntityType.GetTableName()}} where org_id = {0} and {{column}} = any({1}) and id <> all ({2})""";
        return unit.Db.Database.SqlQueryRaw<Guid>(sql, unit.Db.OrgId, ids.ToArray(), unit.Many.Removed.Select(record => record.Id).ToArray()).ToListAsync(ct);
    }

    private static async Task<IEnumerable<(Guid Of, Entity Part)>> PartsAsync(CrmUnit unit, IForeignKey link, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var (name, owner) = (link.Properties[^1].Name, link.Properties[^1].GetGetter());
        var parts = await unit.Db.RecordsOf(link.DeclaringEntityType).AsNoTracking().Where(part => ids.Contains(EF.Property<Guid>(part, name))).ToListAsync(ct);
        return parts.Select(part => ((Guid)owner.GetClrValue(part)!, part));
    }
}
