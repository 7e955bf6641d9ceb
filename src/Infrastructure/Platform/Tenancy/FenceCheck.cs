using CrmStudio.Infrastructure.Platform.Persistence;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Tenancy;

/// <summary>
/// Reads PostgreSQL's catalog and says what is wrong with the fence. Runs at every start and in the tests; nothing in it knows
/// the tables beforehand, so a new table is covered the day it is added.
/// </summary>
public static class FenceCheck
{
    /// <summary>Every hole found, one sentence each; empty when the fence stands.</summary>
    /// <param name="connection">An open connection as the role the app runs as.</param>
    /// <param name="ct">Cancels the check.</param>
    public static async Task<IReadOnlyList<string>> HolesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var holes = new List<string>();
        foreach (var sql in questions)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.Add(new() { ParameterName = "shared", Value = Tables.Shared.Keys.ToArray() });
            command.Parameters.Add(new() { ParameterName = "quartz", Value = Tables.QuartzPrefix });
            command.Parameters.Add(new() { ParameterName = "append_only", Value = Tables.AppendOnly.ToArray() });
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) holes.Add(reader.GetString(0));
        }
        return holes;
    }

    private const string TenantTables = """
        with tenant as (
            select c.oid, c.relname::text as name, c.relrowsecurity, c.relforcerowsecurity
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p')
              and not starts_with(c.relname::text, @quartz) and c.relname::text <> all (@shared))
        """;

    private static readonly string[] questions =
    [
        """
            select 'The app''s database role ' || rolname || ' is a superuser or may bypass row-level security.'
            from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)
            """,
        """
            select 'The app''s database role ' || current_user || ' owns ' || c.relname || '.'
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and pg_has_role(current_user, c.relowner, 'MEMBER')
            limit 1
            """,
        $"""
            {TenantTables}
            select 'Table ' || t.name || ' has no org_id that is a uuid and not null.'
            from tenant t where not exists (
                select from pg_attribute a where a.attrelid = t.oid and a.attname = 'org_id' and a.attnotnull and a.atttypid = 'uuid'::regtype and not a.attisdropped)
            """,
        $"""
            {TenantTables}
            select 'Table ' || t.name || ' does not enable and force row-level security.'
            from tenant t where not (t.relrowsecurity and t.relforcerowsecurity)
            """,
        $"""
            {TenantTables}
            select 'Table ' || t.name || ' lacks its policies: one permissive {Fence.GrantPolicy} and one restrictive {Fence.OrganizationPolicy} with the canonical condition, and no other.'
            from tenant t where (
                select count(*) filter (where not p.polpermissive and p.polcmd = '*' and p.polroles = array[0::oid]
                        and pg_get_expr(p.polqual, p.polrelid) = canonical.text and pg_get_expr(p.polwithcheck, p.polrelid) = canonical.text) = 1
                    and count(*) filter (where p.polpermissive and p.polname = '{Fence.GrantPolicy}') = 1
                    and count(*) = 2
                from pg_policy p,
                    (values ('(org_id = ( SELECT (NULLIF(current_setting(''app.org_id''::text, true), ''''::text))::uuid AS "nullif"))')) canonical (text)
                where p.polrelid = t.oid) is not true
            """,
        $"""
            {TenantTables}
            select 'Unique key ' || i.relname || ' of ' || t.name || ' does not begin with org_id.'
            from tenant t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
            where x.indisunique and coalesce((select a.attname from pg_attribute a where a.attrelid = t.oid and a.attnum = x.indkey[0]), '') <> 'org_id'
            """,
        $"""
            {TenantTables}
            select 'Table ' || t.name || ' has no primary key that begins with org_id.'
            from tenant t where not exists (select from pg_index x where x.indrelid = t.oid and x.indisprimary)
            """,
        $"""
            {TenantTables}
            select 'Foreign key ' || f.conname || ' of ' || t.name || ' does not begin with org_id on both sides.'
            from tenant t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f' join tenant r on r.oid = f.confrelid
            where (select a.attname from pg_attribute a where a.attrelid = f.conrelid and a.attnum = f.conkey[1]) <> 'org_id'
               or (select a.attname from pg_attribute a where a.attrelid = f.confrelid and a.attnum = f.confkey[1]) <> 'org_id'
            """,
        """
            select 'View ' || c.relname || ' does not run as its reader (security_invoker).'
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('v', 'm') and not coalesce(c.reloptions @> array['security_invoker=true'], false)
             
            """,
        """
            select 'Function ' || p.proname || ' runs with the rights of its owner (SECURITY DEFINER).'
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'public' and p.prosecdef
            """,
        """
            select 'The app''s database role may change or delete rows of ' || c.relname || ', which is append-only.'
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relname::text = any (@append_only)
              and (has_table_privilege(c.oid, 'UPDATE') or has_table_privilege(c.oid, 'DELETE') or has_table_privilege(c.oid, 'TRUNCATE'))
            """,
        """
            select 'The app''s database role may TRUNCATE or REFERENCE ' || c.relname || '.'
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and (has_table_privilege(c.oid, 'TRUNCATE') or has_table_privilege(c.oid, 'REFERENCES'))
             
            """,
    ];
}
