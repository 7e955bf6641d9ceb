using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Postgres;
using CrmStudio.Testing.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Tenancy;

/// <summary>A migrated database of its own, for tests that break its schema: what they lock, no other test waits for.</summary>
internal static class SchemaDatabase
{
    /// <summary>Tests that break the schema take turns, or they would wait for each other's locks crosswise.</summary>
    public const string Turns = "One breaks the schema at a time";

    private const string Name = "fence";

    private static readonly Lazy<Task<CrmConnectionStrings>> migrated = new(async () =>
    {
        var strings = await TestCluster.CreateDatabaseAsync(Name);
        await Migrator.MigrateAsync(strings.Owner, strings.App, NullLoggerFactory.Instance, CancellationToken.None);
        return strings;
    });

    public static Task<CrmConnectionStrings> StringsAsync() => migrated.Value;

    /// <summary>An open connection as the superuser, who can break anything.</summary>
    public static async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        await migrated.Value;
        var connection = new NpgsqlConnection(await SuperuserAsync(Name));
        await connection.OpenAsync(ct);
        return connection;
    }

    /// <summary>The superuser's way into a database of the cluster.</summary>
    public static async Task<string> SuperuserAsync(string database) =>
        new NpgsqlConnectionStringBuilder(await TestCluster.SuperuserAsync()) { Database = database }.ConnectionString;
}
