using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CrmStudio.Infrastructure.Integrations;

/// <summary>
/// Writes chunks of imported files inside the unit's transaction. They are working material: the audit trail tells of the records,
/// not of them.
/// </summary>
public static class ImportChunks
{
    /// <summary>A row whose key stands on an earlier line already.</summary>
    /// <param name="Position">Its chunk.</param>
    /// <param name="At">Its place in the chunk, from 0.</param>
    /// <param name="Key">The key.</param>
    /// <param name="FirstLine">The line of the first row with it.</param>
    public sealed record Repeated(int Position, int At, string Key, int FirstLine);

    /// <summary>Keeps other workers from the import until the unit ends; a worker that took too long may be alive still.</summary>
    public static Task LockAsync(CrmUnit unit, Guid importId, CancellationToken ct) =>
        RunAsync(unit, "select from imports where org_id = $1 and id = $2 for update", ct, unit.Db.OrgId, importId);

    /// <summary>
    /// Lets the unit's commit answer before it is on disk. The next chunk need not wait for that: records and progress are one commit, so a
    /// server that loses its last moments loses both, and the chunk is done again. Not for the last chunk: its commit says that all is safe.
    /// </summary>
    public static Task CommitEarlyAsync(CrmUnit unit, CancellationToken ct) => RunAsync(unit, "set local synchronous_commit = off", ct);

    /// <summary>Adds rows that came in.</summary>
    public static Task AddAsync(CrmUnit unit, ImportChunk chunk, CancellationToken ct) => RunAsync(unit, """
        insert into import_chunks (org_id, id, import_id, position, lines, rows, verdicts, keys, counts, known_count) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """, ct,
        unit.Db.OrgId, chunk.Id, chunk.ImportId, chunk.Position, chunk.Lines, ImportText.Of(chunk.Rows), ImportText.Of(chunk.Verdicts), chunk.Keys, chunk.Counts, chunk.KnownCount);

    /// <summary>Keeps what became of the rows.</summary>
    public static Task JudgedAsync(CrmUnit unit, ImportChunk chunk, CancellationToken ct) => RunAsync(
        unit, "update import_chunks set verdicts = $3, keys = $4, counts = $5, known_count = $6 where org_id = $1 and id = $2", ct,
        unit.Db.OrgId, chunk.Id, ImportText.Of(chunk.Verdicts), chunk.Keys, chunk.Counts, chunk.KnownCount);

    /// <summary>Keeps what became of the rows, and that this transaction wrote their records.</summary>
    public static Task WrittenAsync(CrmUnit unit, ImportChunk chunk, CancellationToken ct) => RunAsync(
        unit, "update import_chunks set verdicts = $3, keys = $4, counts = $5, known_count = $6, saved_as = pg_current_xact_id()::xid::text::bigint where org_id = $1 and id = $2", ct,
        unit.Db.OrgId, chunk.Id, ImportText.Of(chunk.Verdicts), chunk.Keys, chunk.Counts, chunk.KnownCount);

    /// <summary>Keeps the texts of a row a person has fixed.</summary>
    public static Task FixedAsync(CrmUnit unit, ImportChunk chunk, CancellationToken ct) =>
        RunAsync(unit, "update import_chunks set rows = $3 where org_id = $1 and id = $2", ct, unit.Db.OrgId, chunk.Id, ImportText.Of(chunk.Rows));

    /// <summary>The rows of an import whose key an earlier row has, in the order of the file.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="importId">The import.</param>
    /// <param name="keys">Only these keys; null looks at all.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<List<Repeated>> RepeatedAsync(CrmUnit unit, Guid importId, IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var (org, wanted) = (unit.Db.OrgId, keys?.ToArray() ?? []);
        return unit.Db.Database.SqlQuery<Repeated>($"""
            select position as "Position", at::integer - 1 as "At", key as "Key", first_line as "FirstLine" from (
                select c.position, k.at, k.key, k.line, min(k.line) over (partition by k.key) as first_line
                from import_chunks c cross join unnest(c.keys, c.lines) with ordinality k(key, line, at)
                where c.org_id = {org} and c.import_id = {importId} and k.key is not null and ({keys is null} or k.key = any({wanted}))) r
            where line > first_line
            order by position, at
            """).ToListAsync(ct);
    }

    private static async Task RunAsync(CrmUnit unit, string sql, CancellationToken ct, params object[] values)
    {
        var database = unit.Db.Database;
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)database.GetDbConnection(), (NpgsqlTransaction)database.CurrentTransaction!.GetDbTransaction());
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }
}
