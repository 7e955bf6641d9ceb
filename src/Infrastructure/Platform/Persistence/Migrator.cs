using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Infrastructure.Compliance;
using CrmStudio.Infrastructure.Platform.Jobs;
using CrmStudio.Infrastructure.Platform.Postgres;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Persistence;

/// <summary>Brings the schema and the rules up to date as their owner, then gives the app's role its rights. Safe to run again.</summary>
public static class Migrator
{
    /// <summary>Migrates. Two nodes migrating at once wait for each other (EF takes a database lock).</summary>
    /// <param name="owner">The owner's connection string.</param>
    /// <param name="app">The app's connection string, for the name of its role.</param>
    /// <param name="log">Where to log.</param>
    /// <param name="ct">Cancels between migrations.</param>
    public static async Task MigrateAsync(string owner, string app, ILoggerFactory log, CancellationToken ct)
    {
        var role = new NpgsqlConnectionStringBuilder(app).Username!;
        await DatabaseRoles.GrantAsync(owner, role, ct);
        await using (var db = new CrmDbContext((DbContextOptions<CrmDbContext>)new DbContextOptionsBuilder<CrmDbContext>().UseCrm(owner).UseLoggerFactory(log).Options))
        {
            db.Database.SetCommandTimeout(TimeSpan.Zero);   // an index on a table of millions takes minutes
            await db.Database.MigrateAsync(ct);
            await RulePackLoader.LoadAsync(db, RulePack.Shipped, TimeProvider.System, ct);
        }
        await QuartzStore.ProvisionAsync(owner, log, ct);

        await using var source = NpgsqlDataSource.Create(owner);
        await using var grants = source.CreateCommand(Fence.GrantsFor(role) + PlannerNews.FunctionFor(role));
        await grants.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Migrations this version knows and the database lacks, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> PendingAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var db = new CrmDbContext((DbContextOptions<CrmDbContext>)new DbContextOptionsBuilder<CrmDbContext>().UseCrm(connection.ConnectionString).Options);
        var applied = new HashSet<string>(StringComparer.Ordinal);
        await using (var exists = new NpgsqlCommand("select to_regclass('public.__ef_migrations') is not null", connection))
            if (!(bool)(await exists.ExecuteScalarAsync(ct))!) return [.. db.Database.GetMigrations()];
        await using (var read = new NpgsqlCommand("select \"MigrationId\" from __ef_migrations", connection))
        await using (var rows = await read.ExecuteReaderAsync(ct))
            while (await rows.ReadAsync(ct)) applied.Add(rows.GetString(0));
        return [.. db.Database.GetMigrations().Where(migration => !applied.Contains(migration))];
    }
}
