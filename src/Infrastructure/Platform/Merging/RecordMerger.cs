using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmStudio.Infrastructure.Platform.Merging;

/// <summary>Lets one record take another in: all that points at the other points at it, and the other is removed. The caller saves.</summary>
public sealed class RecordMerger(IEnumerable<IMergeRule> rules)
{
    private readonly Dictionary<Type, IMergeRule> rules = rules.ToDictionary(rule => rule.Of);

    /// <summary>
    /// Locks records in the order of their ids, so that two who merge the same pair wait for one another instead of blocking one another, and nobody
    /// hangs a row on a record that is about to go.
    /// </summary>
    /// <returns>How many of the records there are.</returns>
    public static async Task<int> LockAsync(CrmUnit unit, Type type, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        // The name of the table comes from the model.
        var sql = $$"""select id as "Value" from {{unit.Db.Model.FindEntityType(type)!.GetTableName()}} where org_id = {0} and id = any ({1}) order by id for update""";
        return (await unit.Db.Database.SqlQueryRaw<Guid>(sql, unit.Db.OrgId, ids.ToArray()).ToListAsync(ct)).Count;
    }

    /// <summary>How many rows of each table point at each of some records.</summary>
    public static async Task<ILookup<Guid, (string Table, int Rows)>> CountAsync(CrmUnit unit, Type type, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var counts = MergeLinks.To(unit.Db.Model.FindEntityType(type)!)
            .Select(link => $$"""select {{link.Column}} as "Of", '{{link.Table}}' as "Table", count(*)::int as "Rows" from {{link.Table}} where org_id = {0} and {{link.Column}} = any ({1}) group by 1""");
        var rows = await unit.Db.Database.SqlQueryRaw<Count>(string.Join(" union all ", counts), unit.Db.OrgId, ids.ToArray()).ToListAsync(ct);
        return rows.GroupBy(row => (row.Of, row.Table)).ToLookup(table => table.Key.Of, table => (table.Key.Table, table.Sum(row => row.Rows)));
    }

    /// <summary>Moves everything from one record to another and removes it.</summary>
    public async Task AbsorbAsync(CrmUnit unit, Entity survivor, Entity lost, CancellationToken ct)
    {
        foreach (var link in MergeLinks.To(unit.Db.Model.FindEntityType(survivor.GetType())!))
        {
            await JoinClashingAsync(unit, link, survivor.Id, lost.Id, ct);
            foreach (var row in await RowsAsync(unit, link, lost.Id, ct))
                if (unit.Db.Entry(row) is { State: not EntityState.Deleted } entry && lost.Id.Equals(entry.Property(link.Property.Name).CurrentValue))
                    entry.Property(link.Property.Name).CurrentValue = survivor.Id;
        }
        unit.Db.Remove(lost);
    }

    // Two rows of which a unique rule allows one: a tag on both records, an answer in the same field, an open lead of each.
    private async Task JoinClashingAsync(CrmUnit unit, MergeLink link, Guid survivorId, Guid lostId, CancellationToken ct)
    {
        foreach (var index in link.Type.GetIndexes().Where(index => index.IsUnique && index.Properties.Contains(link.Property)))
            foreach (var pair in await ClashesAsync(unit, link, index, survivorId, lostId, ct))
            {
                var (survivors, losers) = ((Entity?)await unit.Db.FindAsync(link.Type.ClrType, [unit.Db.OrgId, pair.Survivors], ct), (Entity?)await unit.Db.FindAsync(link.Type.ClrType, [unit.Db.OrgId, pair.Losers], ct));
                if (survivors is null || losers is null || unit.Db.Entry(survivors).State == EntityState.Deleted || unit.Db.Entry(losers).State == EntityState.Deleted) continue;

                var rule = rules.GetValueOrDefault(link.Type.ClrType);
                var kept = rule?.Keep(survivors, losers) ?? survivors;
                var gone = kept == survivors ? losers : survivors;
                rule?.Learn(kept, gone);
                await AbsorbAsync(unit, kept, gone, ct);
            }
    }

    private static Task<List<Clash>> ClashesAsync(CrmUnit unit, MergeLink link, IIndex index, Guid survivorId, Guid lostId, CancellationToken ct)
    {
        var others = index.Properties.Where(property => property != link.Property && property.Name != nameof(Entity.OrgId)).Select(property => $" and s.{property.GetColumnName()} = l.{property.GetColumnName()}");
        var filter = index.GetFilter() is { } condition ? $" and ({condition})" : "";
        string Of(string place) => "(select * from " + link.Table + " where org_id = {0} and " + link.Column + " = " + place + filter + ")";
        var sql = $"""select s.id as "Survivors", l.id as "Losers" from {Of("{1}")} s join {Of("{2}")} l on s.org_id = l.org_id{string.Concat(others)}""";
        return unit.Db.Database.SqlQueryRaw<Clash>(sql, unit.Db.OrgId, survivorId, lostId).ToListAsync(ct);
    }

    private static Task<List<Entity>> RowsAsync(CrmUnit unit, MergeLink link, Guid id, CancellationToken ct) => link.Property.IsNullable
        ? unit.Db.RecordsOf(link.Type).Where(row => EF.Property<Guid?>(row, link.Property.Name) == id).ToListAsync(ct)
        : unit.Db.RecordsOf(link.Type).Where(row => EF.Property<Guid>(row, link.Property.Name) == id).ToListAsync(ct);

    private sealed record Count(Guid Of, string Table, int Rows);

    private sealed record Clash(Guid Survivors, Guid Losers);
}
