using System.Text.Json;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmStudio.Infrastructure.Platform.Persistence;

/// <summary>
/// Tells PostgreSQL's planner of thousands of new rows before anything looks them up. Where it believes that an organization has no
/// rows in a table, every index that begins with <c>org_id</c> looks alike to it, and it may check each foreign key by reading all of
/// the organization's: a thousand rows then cost a thousand times a thousand.
/// </summary>
public static class PlannerNews
{
    /// <summary>Name of the function the app may not do without: counting rows anew takes the rights of their owner.</summary>
    public const string Function = "count_anew";

    /// <summary>
    /// Makes the function; run by the owner after each migration. It gives no row out. A table somebody else is counting for long is
    /// left to them.
    /// </summary>
    public static string FunctionFor(string appRole) => $"""
        create or replace function {Function}(counted regclass) returns void language plpgsql security definer
            set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
        begin
            if not exists (select from pg_class c join pg_attribute a on a.attrelid = c.oid where c.oid = counted and c.relnamespace = 'public'::regnamespace and a.attname = 'org_id') then
                raise 'Only tables of an organization are counted, not %', counted;
            end if;
            execute format('analyze %s (org_id)', counted);
        exception when lock_not_available then null;
        end $$;
        revoke all on function {Function}(regclass) from public;
        grant execute on function {Function}(regclass) to "{appRole.Replace("\"", "\"\"", StringComparison.Ordinal)}";
        """;

    /// <summary>Counts a table anew where the planner believes that the organization has next to nothing in it.</summary>
    /// <param name="unit">The unit that has just written, or is about to remove, many rows of the table.</param>
    /// <param name="type">The table.</param>
    /// <param name="ct">Cancels.</param>
    internal static async Task SpreadAsync(this CrmUnit unit, IEntityType type, CancellationToken ct)
    {
        if (await BelievedAsync(unit, type, ct) > 1) return;
        var table = type.GetTableName()!;
        await unit.Db.Database.ExecuteSqlAsync($"select count_anew({table}::regclass)", ct);
    }

    /// <summary>How many rows of a table the planner believes the organization to have.</summary>
    internal static async Task<long> BelievedAsync(CrmUnit unit, IEntityType type, CancellationToken ct)
    {
        // EXPLAIN takes no parameters; both names come from the model, the id is a uuid.
        var question = $"explain (format json) select from {type.GetTableName()} where org_id = '{unit.Db.OrgId}'";
        var plan = await unit.Db.Database.SqlQueryRaw<string>(question).ToListAsync(ct);
        using var read = JsonDocument.Parse(string.Concat(plan));
        return read.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetInt64();
    }
}
