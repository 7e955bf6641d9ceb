using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Search;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CrmStudio.Infrastructure.Platform.Persistence;

/// <summary>
/// Thousands of records that are added or removed in one save, past the change tracker: one statement per table, and with them what
/// the interceptors would have written, one audit entry for each row a person answers for, the events, and the words of the search index.
/// </summary>
public sealed class RecordSet
{
    // From here on a wrong belief of the planner costs more than looking for it.
    private const int Many = 500;

    private readonly CrmUnit unit;
    private readonly List<Entity> added = [];
    private readonly List<Entity> removed = [];

    internal RecordSet(CrmUnit unit) => this.unit = unit;

    /// <summary>Adds new records. The order does not matter: tables are written in the order their keys ask for.</summary>
    public void Add(IEnumerable<Entity> records) => added.AddRange(records);

    /// <summary>Removes records as they were read without tracking; the save is refused when somebody changed one of them since.</summary>
    public void Remove(IEnumerable<Entity> records) => removed.AddRange(records);

    /// <summary>The records that go with this save.</summary>
    internal IReadOnlyList<Entity> Removed => removed;

    internal bool IsEmpty => added.Count + removed.Count == 0;

    /// <summary>Writes everything in the unit's transaction.</summary>
    internal async Task WriteAsync(CancellationToken ct)
    {
        if (IsEmpty) return;
        if (added.Concat(removed).Any(record => record.OrgId != Guid.Empty && record.OrgId != unit.Db.OrgId)) throw new InvalidOperationException("A record of another organization reached this save.");

        var (fresh, gone) = (ByTable(added), ByTable(removed));
        // The database works on the rows while the words about them are made.
        var entries = Task.Run(() => (List<AuditEntry>)[.. fresh.SelectMany(table => Entries(table, AuditAction.Insert)), .. gone.SelectMany(table => Entries(table, AuditAction.Delete))], ct);
        var words = Task.Run(() => (New: fresh.SelectMany(Words).ToList(), Old: gone.SelectMany(Words).ToList()), ct);
        try
        {
            await NewRows.ForgetPlansAsync(unit.Db, ct);
            foreach (var table in fresh)
            {
                await InsertAsync(table.Type, table.Records, ct);
                if (table.Records.Count >= Many) await unit.SpreadAsync(table.Type, ct);
            }
            foreach (var table in gone.Where(table => table.Records.Count >= Many)) await unit.SpreadAsync(table.Type, ct);
            foreach (var table in gone.Reverse()) await DeleteAsync(table, ct);
            await InsertAsync(typeof(OutboxMessage), [.. added.SelectMany(record => OutboxInterceptor.MessagesOf(record, unit))], ct);
            await InsertAsync(typeof(AuditEntry), await entries, ct);
            await SearchIndex.AddNewAsync(unit.Db, (await words).New, ct);
            if (added.Count >= Many) await unit.SpreadAsync(unit.Db.Model.FindEntityType(typeof(SearchHit))!, ct);
            await SearchIndex.RemoveAsync(unit.Db, (await words).Old, ct);
        }
        catch (PostgresException refused)
        {
            throw new DbUpdateException("Records were refused by the database.", refused);
        }
        added.Clear();
        removed.Clear();
    }

    private IReadOnlyList<Table> ByTable(IEnumerable<Entity> records)
    {
        var byType = records.GroupBy(record => record.GetType()).ToDictionary(group => unit.Db.Model.FindEntityType(group.Key)!, group => group.ToList());
        return [.. NewRows.InOrder(byType.Keys).Select(type => new Table(type, byType[type]))];
    }

    private Task InsertAsync(Type type, IReadOnlyList<object> rows, CancellationToken ct) => InsertAsync(unit.Db.Model.FindEntityType(type)!, rows, ct);

    private Task InsertAsync(IEntityType type, IReadOnlyList<object> rows, CancellationToken ct) => rows.Count == 0 ? Task.CompletedTask : NewRows.Of(type).InsertAsync(unit.Db, rows, Stamped, ct);

    private object? Stamped(IProperty property, object? value) => property.Name switch
    {
        nameof(Entity.OrgId) => unit.Db.OrgId,
        nameof(Entity.CreatedAt) when value is DateTimeOffset at && at == default => unit.At,
        nameof(Entity.UpdatedAt) => unit.At,
        _ => value,
    };

    private async Task DeleteAsync(Table table, CancellationToken ct)
    {
        await using var delete = new NpgsqlCommand(
            $"delete from {table.Type.GetTableName()} where org_id = $1 and id = any($2) and xmin = any($3)",
            (NpgsqlConnection)unit.Db.Database.GetDbConnection(), (NpgsqlTransaction)unit.Db.Database.CurrentTransaction!.GetDbTransaction())
        {
            Parameters =
            {
                new() { Value = unit.Db.OrgId }, new() { Value = table.Records.Select(record => record.Id).ToArray() },
                new() { Value = table.Records.Select(record => record.Version).Distinct().ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Xid },
            },
        };
        if (await delete.ExecuteNonQueryAsync(ct) != table.Records.Count) throw new DbUpdateConcurrencyException("Somebody changed one of the records meanwhile.");
    }

    private IEnumerable<AuditEntry> Entries(Table table, AuditAction action) => table.Type.ClrType.IsAssignableTo(typeof(IWorkedOut)) ? [] : table.Records.Zip(RecordImage.Of(table.Type).Of(table.Records), (record, image) => new AuditEntry
    {
        At = unit.At, MemberId = unit.MemberId, Verb = unit.Verb, Action = action, EntityType = table.Type.GetTableName()!, EntityId = record.Id,
        Before = action == AuditAction.Delete ? image : null, After = action == AuditAction.Insert ? image : null,
    });

    private static IEnumerable<RecordWords> Words(Table table) => !table.Type.ClrType.IsAssignableTo(typeof(ISearchable)) ? []
        : table.Records.Select(record => RecordWords.Of(table.Type.GetTableName()!, record.Id, (ISearchable)record));

    private sealed record Table(IEntityType Type, IReadOnlyList<Entity> Records);
}
