using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Postgres;

/// <summary>Ready means: the database answers.</summary>
public sealed class DatabaseHealth(NpgsqlDataSource source) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", e);
        }
    }
}
