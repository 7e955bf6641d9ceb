using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Postgres;

/// <summary>
/// The two roles behind the fence: an owner that migrates, and an app role that owns nothing, cannot bypass row-level security and can only
/// read and write rows. Safe to run at every start.
/// </summary>
public static class DatabaseRoles
{
    /// <summary>The database.</summary>
    public const string Database = "crm";

    /// <summary>Owns the database and its schema; signs in to migrate.</summary>
    public const string Owner = "crm_owner";

    /// <summary>What the app connects as.</summary>
    public const string App = "crm_app";

    private const string Restrictions = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";

    /// <summary>As superuser of a cluster of our own: makes roles and database, sets both passwords, and lets each role do its work and no more.</summary>
    public static async Task<CrmConnectionStrings> ProvisionAsync(string superuser, string ownerPassword, string appPassword, string database = Database, CancellationToken ct = default)
    {
        await using (var connection = new NpgsqlConnection(superuser))
        {
            await connection.OpenAsync(ct);
            await MakeRoleAsync(connection, Owner, $"{Restrictions} PASSWORD {Literal(ownerPassword)}", ct);
            await MakeRoleAsync(connection, App, $"{Restrictions} NOINHERIT PASSWORD {Literal(appPassword)}", ct);
            if (!await ExistsAsync(connection, "select 1 from pg_database where datname = $1", database, ct))
                await RunAsync(connection, $"create database {Name(database)} owner {Owner} template template0", ct);
        }

        var strings = new CrmConnectionStrings(
            ConnectionString(superuser, database, Owner, ownerPassword, poolSize: 10),
            ConnectionString(superuser, database, App, appPassword, poolSize: Math.Clamp(Environment.ProcessorCount * 4, 16, 64)));
        await GrantAsync(strings.Owner, App, ct);
        return strings;
    }

    /// <summary>
    /// As owner of the database, before migrating: what is created from now on, <paramref name="app"/> may read and write row by row. It may not
    /// create, truncate, reference or alter anything. Also for a server of one's own, where an administrator has made the two roles.
    /// No statement starts workers of its own: they take longer to start than the app's longest list to read, and many people ask at once.
    /// </summary>
    public static async Task GrantAsync(string owner, string app, CancellationToken ct = default)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(ct);
        var (database, role) = (Name(connection.Database), Name(app));
        await RunAsync(connection, $"""
            revoke all on database {database} from public;
            grant connect on database {database} to {role};
            revoke all on schema public from public;
            grant usage on schema public to {role};
            alter default privileges in schema public grant select, insert, update, delete on tables to {role};
            alter default privileges in schema public grant usage on sequences to {role};
            alter database {database} set max_parallel_workers_per_gather = 0;
            """, ct);
    }

    private static async Task MakeRoleAsync(NpgsqlConnection connection, string role, string attributes, CancellationToken ct)
    {
        var verb = await ExistsAsync(connection, "select 1 from pg_roles where rolname = $1", role, ct) ? "alter" : "create";
        await RunAsync(connection, $"{verb} role {role} {attributes}", ct);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string query, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(query, connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statements, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string ConnectionString(string superuser, string database, string role, string password, int poolSize) => new NpgsqlConnectionStringBuilder(superuser)
    {
        Database = database,
        Username = role,
        Password = password,
        Pooling = true,
        MaxPoolSize = poolSize,
        MaxAutoPrepare = 50,
        AutoPrepareMinUsages = 2,
        ApplicationName = "crmstudio",
    }.ConnectionString;

    // DDL takes no parameters.
    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Name(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
