using CrmStudio.App.Hosting;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CrmStudio.Load.Bench;

/// <summary>The database that is measured, migrated, with the app's services on it.</summary>
public sealed class BenchDatabase : IAsyncDisposable
{
    private static readonly Uri anyUrl = new("http://localhost:1/");
    private readonly CrmDatabase database;

    private BenchDatabase(CrmDatabase database, NpgsqlDataSource app, ServiceProvider services) => (this.database, App, Services) = (database, app, services);

    /// <summary>Where the cluster of the bench lives, unless connection strings say otherwise.</summary>
    public static string DataFolder => Environment.GetEnvironmentVariable("CRMSTUDIO_DATA") is { Length: > 0 } told ? told : "/var/tmp/crmstudio-bench";

    public string OwnerString => database.Owner;

    public string AppString => database.App;

    /// <summary>Connections of the app role.</summary>
    public NpgsqlDataSource App { get; }

    /// <summary>Use cases, queries and sign-in, as the app registers them.</summary>
    public ServiceProvider Services { get; }

    public static async Task<BenchDatabase> OpenAsync(CancellationToken ct)
    {
        var database = await CrmDatabase.OpenAsync(
            Environment.GetEnvironmentVariable("ConnectionStrings__Crm"), Environment.GetEnvironmentVariable("ConnectionStrings__CrmOwner"), DataFolder, NullLogger.Instance, ct);
        await Migrator.MigrateAsync(database.Owner, database.App, NullLoggerFactory.Instance, ct);

        var source = NpgsqlDataSource.Create(database.App);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        services.AddPlatform(source);
        services.AddFeatures();
        services.AddSignIn(null, anyUrl, isLocal: true);
        return new BenchDatabase(database, source, services.BuildServiceProvider());
    }

    /// <summary>A scope in which a member acts, as in a circuit of theirs.</summary>
    public async Task<AsyncServiceScope> AsAsync(BenchMember member)
    {
        var scope = Services.CreateAsyncScope();
        var authority = await scope.ServiceProvider.GetRequiredService<AuthorityReader>().IdentifyAsync(member.OrgId, member.Id, null, CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<CurrentMember>().Become(authority ?? throw new StartUpRefusedException("The bench is not seeded: run scripts/bench seed."), null);
        return scope;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await App.DisposeAsync();
        await database.DisposeAsync();
    }
}
