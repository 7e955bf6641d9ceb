using CrmStudio.Infrastructure.Platform.Persistence;

namespace CrmStudio.Infrastructure.Platform.Tenancy;

/// <summary>
/// What <see cref="FenceCheck"/> asks the catalog: each query answers with one sentence for each hole. The parameters are the
/// app's role, the tables no organization owns, the prefix of Quartz's, and the tables that are only added to.
/// </summary>
internal static class FenceQuestions
{
    // Everything but PostgreSQL's own: pg_catalog, pg_toast, temporary schemas, information_schema.
    private const string OurSchema = "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";

    // Partitions are tables too: each needs a fence of its own, because reading one directly does not ask its parent's.
    private const string TenantTables = """
        with tenant as (
            select c.oid, c.relname::text as name, c.relrowsecurity, c.relforcerowsecurity
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p')
              and not starts_with(c.relname::text, @quartz) and c.relname::text <> all (@shared))
        """;

    public static IReadOnlyList<string> All { get; } =
    [
        // The app's role
        """
            select 'The app''s database role ' || @role || case when r.rolname = @role then '' else ', as a member of ' || r.rolname || ',' end
                || ' is above row-level security (superuser, BYPASSRLS, REPLICATION, CREATEROLE or a built-in role of the server).'
            from pg_roles r
            where pg_has_role(@role::name, r.oid, 'MEMBER')
              and (r.rolsuper or r.rolbypassrls or r.rolreplication or r.rolcreaterole or (starts_with(r.rolname::text, 'pg_') and r.rolname <> @role))
            order by r.rolname <> @role limit 1
            """,
        $"""
            select 'The app''s database role ' || @role || ' owns ' || c.relname || '.'
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where {OurSchema} and c.relkind <> 'i' and pg_has_role(@role::name, c.relowner, 'MEMBER')
            order by c.relkind, c.relname limit 1
            """,
        """
            select 'The app''s database role ' || @role || ' owns the database, or may create tables, functions or schemas in it.'
            where has_schema_privilege(@role::name, 'public', 'CREATE') or has_database_privilege(@role::name, current_database(), 'CREATE')
            """,
        $"""
            select 'The app''s database role may change or delete rows of ' || c.relname || ', which is append-only.'
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where {OurSchema} and c.relname::text = any (@append_only)
              and (has_table_privilege(@role::name, c.oid, 'DELETE') or exists (
                  select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    and has_column_privilege(@role::name, c.oid, a.attnum, 'UPDATE') and c.relname || '.' || a.attname <> all (@movable)))
            """,
        $"""
            select 'The app''s database role may TRUNCATE, REFERENCE or put a TRIGGER on ' || c.relname || '.'
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where {OurSchema} and c.relkind in ('r', 'p')
              and (has_table_privilege(@role::name, c.oid, 'TRUNCATE') or has_table_privilege(@role::name, c.oid, 'TRIGGER')
                or has_any_column_privilege(@role::name, c.oid, 'REFERENCES'))
            """,

        // Each tenant table
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
                select count(*) filter (where not p.polpermissive and p.polname = '{Fence.OrganizationPolicy}' and p.polcmd = '*' and p.polroles = array[0::oid]
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
            where (x.indisunique or x.indisexclusion)
              and coalesce((select a.attname from pg_attribute a where a.attrelid = t.oid and a.attnum = x.indkey[0]), '') <> 'org_id'
            """,
        $"""
            {TenantTables}
            select 'Table ' || t.name || ' has no primary key.'
            from tenant t where not exists (select from pg_index x where x.indrelid = t.oid and x.indisprimary)
            """,
        $"""
            {TenantTables}
            select 'Foreign key ' || f.conname || ' of ' || t.name || ' does not begin with org_id on both sides.'
            from tenant t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f' join tenant r on r.oid = f.confrelid
            where (select a.attname from pg_attribute a where a.attrelid = f.conrelid and a.attnum = f.conkey[1]) <> 'org_id'
               or (select a.attname from pg_attribute a where a.attrelid = f.confrelid and a.attnum = f.confkey[1]) <> 'org_id'
            """,

        // Ways around the tables
        $"""
            select 'Table ' || n.nspname || '.' || c.relname || ' stands outside the schema public, where nothing fences it.'
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where {OurSchema} and n.nspname <> 'public' and c.relkind in ('r', 'p', 'f')
            """,
        $"""
            select 'Foreign table ' || c.relname || ' is outside row-level security.'
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind = 'f'
            """,
        $"""
            select case c.relkind when 'm' then 'Materialized view ' || c.relname || ' keeps rows outside row-level security.'
                else 'View ' || c.relname || ' does not run as its reader (security_invoker).' end
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where {OurSchema} and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false)))
            """,
        $"""
            {TenantTables}
            select 'Table ' || t.name || ' has the rule ' || w.rulename || ', which runs with the rights of its owner.'
            from tenant t join pg_rewrite w on w.ev_class = t.oid
            """,
        // One may: it counts rows for the planner and gives none out.
        $"""
            select 'Function ' || p.proname || ' runs with the rights of its owner (SECURITY DEFINER).'
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where {OurSchema} and p.prosecdef and p.oid::regprocedure::text <> '{PlannerNews.Function}(regclass)'
            """,
    ];
}
