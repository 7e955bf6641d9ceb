using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Testing.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Tenancy;

/// <summary>A migrated database without rows, for tests that break its schema: what they lock, no other test waits for.</summary>
internal static class SchemaDatabase
{
    private const string Name = "fence";

    private static readonly Lazy<Task> migrated = new(async () =>
    {
        var strings = await TestCluster.CreateDatabaseAsync(Name);
        await Migrator.MigrateAsync(strings.Owner, strings.App, NullLoggerFactory.Instance, CancellationToken.None);
    });

    /// <summary>An open connection as the superuser, who can break anything.</summary>
    public static async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        await migrated.Value;
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(await TestCluster.SuperuserAsync()) { Database = Name }.ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }
}
