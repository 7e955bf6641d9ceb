using System.Text.Json;
using System.Text.Json.Serialization;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CrmStudio.Infrastructure.Loans;

/// <summary>
/// Writes rows of imported files many at a time, inside the unit's transaction. Rows are working material: the audit trail tells
/// of the loans, not of them.
/// </summary>
public static class LoanImportRows
{
    private static readonly JsonSerializerOptions json = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>A row as the file has it.</summary>
    public sealed record Incoming(int Line, IReadOnlyList<string> Cells, IReadOnlyList<LoanImportProblem> Problems);

    /// <summary>What the dry run found.</summary>
    public sealed record Checked(Guid Id, LoanImportRowState State, string? Number, bool IsKnown, IReadOnlyList<LoanImportProblem> Problems);

    /// <summary>What became of a row.</summary>
    public sealed record Ended(Guid Id, LoanImportRowState State, Guid? LoanId, string? WayBack, IReadOnlyList<LoanImportProblem>? Problems);

    private sealed record Repeated(Guid Id, int FirstLine);

    /// <summary>Keeps other workers from the import until the unit ends; a worker that took too long may be alive still.</summary>
    public static Task LockAsync(CrmUnit unit, Guid importId, CancellationToken ct) =>
        RunAsync(unit, "select from imports where org_id = $1 and id = $2 for update", ct, Value(unit.Db.OrgId), Value(importId));

    /// <summary>Adds rows that came in.</summary>
    public static Task AddAsync(CrmUnit unit, Guid importId, IReadOnlyList<Incoming> rows, CancellationToken ct) => RunAsync(unit, """
        insert into import_rows (org_id, id, import_id, line, cells, file_problems, problems, state, is_known)
        select $1, r.id, $2, r.line, r.cells::jsonb, r.problems::jsonb, r.problems::jsonb, 'Unchecked', false
        from unnest($3, $4, $5, $6) as r(id, line, cells, problems)
        """, ct,
        Value(unit.Db.OrgId), Value(importId),
        Values(NpgsqlDbType.Uuid, rows.Select(_ => (object?)Guid.CreateVersion7())), Values(NpgsqlDbType.Integer, rows.Select(r => (object?)r.Line)),
        Values(NpgsqlDbType.Text, rows.Select(r => (object?)JsonSerializer.Serialize(r.Cells))), Values(NpgsqlDbType.Text, rows.Select(r => (object?)Json(r.Problems))));

    /// <summary>Notes what the dry run found.</summary>
    public static Task MarkCheckedAsync(CrmUnit unit, IReadOnlyList<Checked> rows, CancellationToken ct) => RunAsync(unit, """
        update import_rows i set state = r.state, number = r.number, is_known = r.is_known, problems = r.problems::jsonb
        from unnest($2, $3, $4, $5, $6) as r(id, state, number, is_known, problems)
        where i.org_id = $1 and i.id = r.id
        """, ct,
        Value(unit.Db.OrgId), Values(NpgsqlDbType.Uuid, rows.Select(r => (object?)r.Id)), Values(NpgsqlDbType.Text, rows.Select(r => (object?)r.State.ToString())),
        Values(NpgsqlDbType.Text, rows.Select(r => (object?)r.Number)), Values(NpgsqlDbType.Boolean, rows.Select(r => (object?)r.IsKnown)),
        Values(NpgsqlDbType.Text, rows.Select(r => (object?)Json(r.Problems))));

    /// <summary>Of several rows with one loan number the first counts; the others name it.</summary>
    /// <remarks>In two steps, so that no plan made before the table was analyzed joins every row with every other.</remarks>
    public static async Task MarkRepeatedAsync(CrmUnit unit, Guid importId, CancellationToken ct)
    {
        var repeated = await unit.Db.Database.SqlQuery<Repeated>($"""
            select id as "Id", first_line as "FirstLine" from (
                select id, line, state, min(line) over (partition by number) as first_line
                from import_rows where org_id = {unit.Db.OrgId} and import_id = {importId} and number is not null) r
            where line > first_line and state = 'Ready'
            """).ToListAsync(ct);
        if (repeated.Count == 0) return;

        await RunAsync(unit, """
            update import_rows i
            set state = 'Problem', problems = i.problems || jsonb_build_array(jsonb_build_object('Field', 'LoanNumber', 'Message', 'Loan number ' || i.number || ' stands on line ' || r.line || ' already'))
            from unnest($2, $3) as r(id, line)
            where i.org_id = $1 and i.id = r.id
            """, ct, Value(unit.Db.OrgId), Values(NpgsqlDbType.Uuid, repeated.Select(r => (object?)r.Id)), Values(NpgsqlDbType.Integer, repeated.Select(r => (object?)r.FirstLine)));
    }

    /// <summary>Notes what became of rows, and the transaction that did it.</summary>
    public static Task MarkEndedAsync(CrmUnit unit, IReadOnlyList<Ended> rows, CancellationToken ct) => RunAsync(unit, """
        update import_rows i set state = r.state, loan_id = coalesce(r.loan_id, i.loan_id), way_back = r.way_back::json,
            saved_as = pg_current_xact_id()::xid::text::bigint, problems = coalesce(r.problems::jsonb, i.problems)
        from unnest($2, $3, $4, $5, $6) as r(id, state, loan_id, way_back, problems)
        where i.org_id = $1 and i.id = r.id
        """, ct,
        Value(unit.Db.OrgId), Values(NpgsqlDbType.Uuid, rows.Select(r => (object?)r.Id)), Values(NpgsqlDbType.Text, rows.Select(r => (object?)r.State.ToString())),
        Values(NpgsqlDbType.Uuid, rows.Select(r => (object?)r.LoanId)), Values(NpgsqlDbType.Text, rows.Select(r => (object?)r.WayBack)),
        Values(NpgsqlDbType.Text, rows.Select(r => (object?)(r.Problems is null ? null : Json(r.Problems)))));

    /// <summary>Notes which rows were taken back. What is left of the way back is kept for a later step.</summary>
    public static Task MarkTakenBackAsync(CrmUnit unit, IReadOnlyList<Ended> rows, CancellationToken ct) => RunAsync(unit, """
        update import_rows i set state = r.state, way_back = r.way_back::json, problems = coalesce(r.problems::jsonb, i.problems)
        from unnest($2, $3, $4, $5) as r(id, state, way_back, problems)
        where i.org_id = $1 and i.id = r.id
        """, ct,
        Value(unit.Db.OrgId), Values(NpgsqlDbType.Uuid, rows.Select(r => (object?)r.Id)), Values(NpgsqlDbType.Text, rows.Select(r => (object?)r.State.ToString())),
        Values(NpgsqlDbType.Text, rows.Select(r => (object?)r.WayBack)), Values(NpgsqlDbType.Text, rows.Select(r => (object?)(r.Problems is null ? null : Json(r.Problems)))));

    /// <summary>Puts the cells of a row a person has fixed.</summary>
    public static Task FixAsync(CrmUnit unit, Guid rowId, IReadOnlyList<string> cells, CancellationToken ct) => RunAsync(unit, """
        update import_rows set cells = $3::jsonb, file_problems = '[]', problems = '[]', state = 'Unchecked', number = null where org_id = $1 and id = $2
        """, ct, Value(unit.Db.OrgId), Value(rowId), Value(JsonSerializer.Serialize(cells)));

    /// <summary>Forgets the findings of an earlier dry run.</summary>
    public static Task UncheckAsync(CrmUnit unit, Guid importId, CancellationToken ct) => RunAsync(unit, """
        update import_rows set state = 'Unchecked', number = null, problems = file_problems where org_id = $1 and import_id = $2 and state <> 'Unchecked'
        """, ct, Value(unit.Db.OrgId), Value(importId));

    internal static string Json(IReadOnlyList<LoanImportProblem> problems) => problems.Count == 0 ? "[]" : JsonSerializer.Serialize(problems, json);

    internal static IReadOnlyList<LoanImportProblem> Problems(string text) => text == "[]" ? [] : JsonSerializer.Deserialize<LoanImportProblem[]>(text, json)!;

    private static async Task RunAsync(CrmUnit unit, string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        var database = unit.Db.Database;
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)database.GetDbConnection(), (NpgsqlTransaction)database.CurrentTransaction!.GetDbTransaction());
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter Value(object value) => new() { Value = value };

    private static NpgsqlParameter Values(NpgsqlDbType type, IEnumerable<object?> values) => new()
    {
        NpgsqlDbType = NpgsqlDbType.Array | type,
        Value = type switch
        {
            NpgsqlDbType.Uuid => values.Select(v => (Guid?)v).ToArray(),
            NpgsqlDbType.Integer => values.Select(v => (int)v!).ToArray(),
            NpgsqlDbType.Boolean => values.Select(v => (bool)v!).ToArray(),
            _ => values.Select(v => (string?)v).ToArray(),
        },
    };
}
