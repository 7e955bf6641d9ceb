using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Tenancy;

/// <summary>Every way this suite knows to reach rows of another organization with SQL alone.</summary>
internal static class Attacks
{
    private const string Refused = PostgresErrorCodes.InsufficientPrivilege;

    /// <summary>Reading and writing rows that exist, and adding rows in another's name: what row-level security stops.</summary>
    public static IReadOnlyList<Attack> OnRows { get; } =
    [
        new("SELECT", a => a.ForeignAsync($"select org_id from {a.Table.Name}")),
        new("SELECT by key", async a => await CountAsync(a, $"select count(*) from {a.Table.Name} where id = @their_id and org_id = @their_org")),
        new("SELECT by id", async a => await CountAsync(a, $"select count(*) from {a.Table.Name} where org_id = @their_org or id = @their_id")),
        new("SELECT for update", a => a.ForeignAsync($"select org_id from {a.Table.Name} for key share"), Refused),
        new("aggregate", async a => await CountAsync(a, $"select count(*) from (select max(t::text) over () as widest, t.org_id from {a.Table.Name} t) w where org_id = @their_org or widest like '%' || @their_org || '%'")),
        new("set operation", a => a.ForeignAsync($"select org_id from {a.Table.Name} where org_id = @their_org union all select org_id from {a.Table.Name}")),
        new("COPY TO", CopyAsync),
        new("UPDATE", async a => Touched(await a.AffectedAsync($"update {a.Table.Name} set org_id = org_id where id = @their_id")), Refused),
        new("UPDATE by organization", async a => Touched(await a.AffectedAsync($"update {a.Table.Name} set org_id = org_id where org_id = @their_org")), Refused),
        new("UPDATE org_id", async a => Touched(await a.AffectedAsync($"update {a.Table.Name} set org_id = @their_org where id = @my_id")), Refused),
        new("RETURNING", a => a.ForeignAsync($"update {a.Table.Name} set org_id = org_id returning org_id"), Refused),
        new("DELETE", async a => Touched(await a.AffectedAsync($"delete from {a.Table.Name} where id = @their_id")), Refused),
        new("DELETE by organization", async a => Touched(await a.AffectedAsync($"delete from {a.Table.Name} where org_id = @their_org")), Refused),
        new("MERGE update", async a => Touched(await a.AffectedAsync($"merge into {a.Table.Name} t using (select @their_id::uuid as id) v on t.id = v.id when matched then update set org_id = t.org_id")), Refused),
        new("MERGE delete", async a => Touched(await a.AffectedAsync($"merge into {a.Table.Name} t using (select @their_id::uuid as id) v on t.id = v.id when matched then delete")), Refused),
        new("INSERT as them", a => InsertAsync(a, a.ForgedWith(("org_id", a.Theirs.OrgId))), Refused),
        new("INSERT on conflict", a => InsertAsync(a, a.ForgedWith(("org_id", a.Theirs.OrgId), ("id", a.TheirId)), "on conflict do nothing"), Refused),
    ];

    /// <summary>Statistics PostgreSQL keeps of column values.</summary>
    public static Attack Statistics { get; } = new("statistics", async a => await CountAsync(a, $"select count(*) from pg_stats where tablename = '{a.Table.Name}'"));

    /// <summary>Whether an id is taken in another organization must not show.</summary>
    public static Attack SameId { get; } = new("INSERT with an id of theirs", async a =>
    {
        try
        {
            await RowFactory.InsertAsync(a.Connection, a.Table.Name, a.ForgedWith(("id", a.TheirId)));
            return null;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return $"told that the id is taken, by {e.ConstraintName}";
        }
    }, Refused, PostgresErrorCodes.ForeignKeyViolation) { AddsOwnRow = true };

    /// <summary>A row of one's own that points at a row of theirs: what composite foreign keys stop.</summary>
    public static Attack Child(IForeignKeyConstraint link)
    {
        var column = link.Columns[^1].Name;
        return new($"INSERT with their {column}", a => InsertAsync(a, a.ForgedWith((column, a.Theirs.IdOf(link.PrincipalTable.Name)))), Refused, PostgresErrorCodes.ForeignKeyViolation);
    }

    private static string? Touched(int rows) => rows == 0 ? null : $"touched {rows} rows";

    private static async Task<string?> CountAsync(AttackTarget a, string sql)
    {
        await using var command = new NpgsqlCommand(sql, a.Connection);
        if (sql.Contains("@their_id", StringComparison.Ordinal)) command.Parameters.Add(new() { ParameterName = "their_id", Value = a.TheirId });
        if (sql.Contains("@their_org", StringComparison.Ordinal)) command.Parameters.Add(new() { ParameterName = "their_org", Value = a.Theirs.OrgId });
        return await command.ExecuteScalarAsync() is long and > 0 and var rows ? $"counted {rows} rows" : null;
    }

    private static async Task<string?> InsertAsync(AttackTarget a, IReadOnlyDictionary<string, object> row, string tail = "")
    {
        await RowFactory.InsertAsync(a.Connection, a.Table.Name, row, tail);
        return "the row was taken";
    }

    private static async Task<string?> CopyAsync(AttackTarget a)
    {
        using var reader = await a.Connection.BeginTextExportAsync($"copy {a.Table.Name} to stdout");
        var text = await reader.ReadToEndAsync();
        return text.Contains(a.Theirs.OrgId.ToString(), StringComparison.Ordinal) ? "the file holds their rows"
            : a.Binding != Binding.Own && text.Length > 0 ? "the file holds rows without an organization being bound"
            : null;
    }
}
