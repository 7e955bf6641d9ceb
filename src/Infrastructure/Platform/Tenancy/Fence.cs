using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CrmStudio.Infrastructure.Platform.Tenancy;

/// <summary>The row-level security every tenant table gets, written in one place.</summary>
public static class Fence
{
    /// <summary>Name of the permissive policy: rows are reachable at all.</summary>
    public const string GrantPolicy = "org_grant";

    /// <summary>Name of the restrictive policy: only rows of the bound organization.</summary>
    public const string OrganizationPolicy = "org_fence";

    /// <summary>The condition of the restrictive policy. <c>nullif</c>, because the setting reads '' once it was set and reset.</summary>
    public const string Condition = "org_id = (select nullif(current_setting('app.org_id', true), '')::uuid)";

    /// <summary>Puts the fence around tables made by a migration; partitions are tables too.</summary>
    public static void Fenced(this MigrationBuilder migration, params string[] tables)
    {
        foreach (var table in tables) migration.Sql(SqlFor(table));
    }

    /// <summary>Statements that put the fence around one table.</summary>
    public static string SqlFor(string table) => $"""
        alter table {table} enable row level security;
        alter table {table} force row level security;
        create policy {GrantPolicy} on {table} as permissive using (true) with check (true);
        create policy {OrganizationPolicy} on {table} as restrictive using ({Condition}) with check ({Condition});
        """;

    /// <summary>
    /// Statements that give the app's role what it needs and nothing else; run by the owner after each migration. The audit
    /// trail can be added to and read, never changed.
    /// </summary>
    /// <param name="appRole">The app's database role.</param>
    public static string GrantsFor(string appRole)
    {
        var role = $"\"{appRole.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return $"""
            grant usage on schema public to {role};
            grant select, insert, update, delete on all tables in schema public to {role};
            grant usage, select on all sequences in schema public to {role};
            revoke update, delete on {string.Join(", ", Tables.AppendOnly)} from {role};
            {string.Join("\n", Tables.Movable.Select(moved => $"grant update ({moved.Value}, updated_at) on {moved.Key} to {role};"))}
            revoke insert, update, delete on {string.Join(", ", Tables.OwnersOnly)} from {role};
            """;
    }
}
