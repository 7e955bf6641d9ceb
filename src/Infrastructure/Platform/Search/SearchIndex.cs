using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Search;

/// <summary>Writes the search index of an organization. Saves keep it up to date by themselves; whoever writes rows past EF calls <see cref="RebuildAsync"/>.</summary>
public static class SearchIndex
{
    private const int RecordsPerChunk = 5_000;

    // Saves share the lock; a rebuild has it alone, so that no save is lost between its reading and its writing.
    private const string Lock = "select pg_advisory_xact_lock{0}(hashtextextended('search ' || $1::text, 0))";

    private const string AddHits = """
        insert into search_hits (org_id, kind, id, is_name, word)
        select $1, unnest($2::text[]), unnest($3::uuid[]), unnest($4::boolean[]), unnest($5::text[])
        on conflict do nothing
        """;

    private const string AddNewHits = """
        insert into search_hits (org_id, kind, is_name, id, word) select $1, $2, $3, unnest($4::uuid[]), unnest($5::text[])
        """;

    private const string RemoveHits = """
        delete from search_hits h using unnest($2::text[], $3::uuid[], $4::text[]) as u (kind, id, word)
        where h.org_id = $1 and h.kind = u.kind and h.id = u.id and h.word = u.word
        """;

    // The id follows from organization and word: the same rows, whoever makes the index.
    // Sorted, so that two saves that bring the same new words wait for each other and never in a ring.
    private const string AddWords = """
        insert into search_words (org_id, id, word)
        select $1, md5($1::text || u.word)::uuid, u.word from (select distinct word from unnest($2::text[]) as w (word) order by word) u
        on conflict do nothing
        """;

    private const string RemoveRecords = "delete from search_hits where org_id = $1 and kind = $2 and id = any($3)";

    // Nobody's word any more: it would outlive the person it named. The limit keeps it one look into the index for each word.
    private const string RemoveWords = """
        delete from search_words w
        where w.org_id = $1 and w.word = any($2) and (
            select true from search_hits h where h.org_id = $1 and h.kind = any($3) and h.is_name in (true, false) and h.word = w.word limit 1) is null
        """;

    /// <summary>Makes the index of the bound organization anew from its records. Part of the transaction that is under way.</summary>
    /// <param name="db">A context bound to the organization, inside a transaction.</param>
    /// <param name="ct">Cancels; nothing is changed when the transaction is rolled back then.</param>
    /// <returns>How many records can be found.</returns>
    public static async Task<int> RebuildAsync(CrmDbContext db, CancellationToken ct)
    {
        await RunAsync(db, [
            Command(string.Format(System.Globalization.CultureInfo.InvariantCulture, Lock, ""), db.OrgId.ToString()),
            Command("delete from search_hits where org_id = $1", db.OrgId),
            Command("delete from search_words where org_id = $1", db.OrgId),
        ], ct);

        var letters = new HashSet<string>(StringComparer.Ordinal);
        var records = 0;
        foreach (var type in Searchable(db.Model)) records += await AddAllAsync(db, type, letters, ct);
        await RunAsync(db, [Command(AddWords, db.OrgId, letters.ToArray())], ct);
        return records;
    }

    /// <summary>Whether records are there and none of them can be found: rows were written past EF, or before there was an index.</summary>
    public static async Task<bool> IsMissingAsync(CrmDbContext db, CancellationToken ct)
    {
        if (await db.SearchHits.AnyAsync(ct)) return false;
        foreach (var type in Searchable(db.Model))
            if (await db.RecordsOf(type).AnyAsync(ct)) return true;
        return false;
    }

    /// <summary>Changes the words records are found by.</summary>
    internal static Task WriteAsync(CrmDbContext db, IReadOnlyList<(RecordWords Before, RecordWords After)> changes, CancellationToken ct)
    {
        var removed = changes.SelectMany(change => change.Before.Except(change.After)).ToList();
        var added = changes.SelectMany(change => change.After.Except(change.Before)).ToList();
        if (removed.Count + added.Count == 0) return Task.CompletedTask;

        var commands = new List<NpgsqlBatchCommand> { Shared(db) };
        if (removed.Count > 0)
            commands.Add(Command(RemoveHits, db.OrgId, removed.Select(hit => hit.Kind).ToArray(), removed.Select(hit => hit.Id).ToArray(), removed.Select(hit => hit.Word).ToArray()));
        if (added.Count > 0) commands.Add(Adding(db, added));
        if (Letters(added) is { Length: > 0 } come) commands.Add(Command(AddWords, db.OrgId, come));
        if (Letters(removed) is { Length: > 0 } go) commands.Add(Removing(db, go));
        return RunAsync(db, commands, ct);
    }

    /// <summary>Adds the words of records nobody could find yet: nothing of theirs is in the index, so nothing is looked for.</summary>
    internal static Task AddNewAsync(CrmDbContext db, IEnumerable<RecordWords> records, CancellationToken ct)
    {
        var hits = records.SelectMany(record => record.All).ToList();
        if (hits.Count == 0) return Task.CompletedTask;
        var adding = hits.GroupBy(hit => (hit.Kind, hit.IsName))
            .Select(alike => Command(AddNewHits, db.OrgId, alike.Key.Kind, alike.Key.IsName, alike.Select(hit => hit.Id).ToArray(), alike.Select(hit => hit.Word).ToArray()));
        return RunAsync(db, [Shared(db), .. adding, Command(AddWords, db.OrgId, Letters(hits))], ct);
    }

    /// <summary>Takes records out of the index that are gone.</summary>
    internal static Task RemoveAsync(CrmDbContext db, IReadOnlyCollection<RecordWords> records, CancellationToken ct)
    {
        if (records.Count == 0) return Task.CompletedTask;
        var kinds = records.GroupBy(record => record.Kind).Select(kind => Command(RemoveRecords, db.OrgId, kind.Key, kind.Select(record => record.Id).ToArray()));
        return RunAsync(db, [Shared(db), .. kinds, Removing(db, Letters(records.SelectMany(record => record.All)))], ct);
    }

    private static async Task<int> AddAllAsync(CrmDbContext db, IEntityType type, HashSet<string> letters, CancellationToken ct)
    {
        var (kind, last, records) = (type.GetTableName()!, Guid.Empty, 0);
        while (true)
        {
            var from = last;
            var chunk = await db.RecordsOf(type).AsNoTracking().Where(record => record.Id > from).OrderBy(record => record.Id).Take(RecordsPerChunk).ToListAsync(ct);
            if (chunk.Count == 0) return records;
            var hits = chunk.SelectMany(record => RecordWords.Of(kind, record.Id, (ISearchable)record).All).ToList();
            letters.UnionWith(Letters(hits));
            await RunAsync(db, [Adding(db, hits)], ct);
            (last, records) = (chunk[^1].Id, records + chunk.Count);
        }
    }

    private static IEnumerable<IEntityType> Searchable(IModel model) => model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(ISearchable)));

    private static string[] Letters(IEnumerable<HitRow> hits) => [.. hits.Select(hit => hit.Word).Where(word => !SearchText.IsCode(word)).Distinct(StringComparer.Ordinal)];

    private static NpgsqlBatchCommand Shared(CrmDbContext db) => Command(string.Format(System.Globalization.CultureInfo.InvariantCulture, Lock, "_shared"), db.OrgId.ToString());

    private static NpgsqlBatchCommand Removing(CrmDbContext db, string[] words) => Command(RemoveWords, db.OrgId, words, Searchable(db.Model).Select(type => type.GetTableName()!).ToArray());

    private static NpgsqlBatchCommand Adding(CrmDbContext db, IReadOnlyCollection<HitRow> hits) => Command(
        AddHits, db.OrgId, hits.Select(hit => hit.Kind).ToArray(), hits.Select(hit => hit.Id).ToArray(), hits.Select(hit => hit.IsName).ToArray(), hits.Select(hit => hit.Word).ToArray());

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    private static async Task RunAsync(CrmDbContext db, IEnumerable<NpgsqlBatchCommand> commands, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        foreach (var command in commands) batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(ct);
    }
}
