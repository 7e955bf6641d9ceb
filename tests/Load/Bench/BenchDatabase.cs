using CrmStudio.App.Hosting;
using CrmStudio.App.Loans;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Postgres;
using CrmStudio.Load.Measuring;
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
    private readonly ServiceProvider recorded;

    private BenchDatabase(CrmDatabase database)
    {
        (this.database, App) = (database, NpgsqlDataSource.Create(database.App));
        (Services, recorded) = (Provide(_ => { }), Provide(services => services.ConfigureDbContext<CrmDbContext>(options => options.AddInterceptors(Sql))));
    }

    /// <summary>Where the cluster of the bench lives, unless connection strings say otherwise.</summary>
    public static string DataFolder => Environment.GetEnvironmentVariable("CRMSTUDIO_DATA") is { Length: > 0 } told ? told : "/var/tmp/crmstudio-bench";

    public string OwnerString => database.Owner;

    public string AppString => database.App;

    /// <summary>Connections of the app role.</summary>
    public NpgsqlDataSource App { get; }

    /// <summary>Use cases, queries and sign-in, as the app registers them.</summary>
    public ServiceProvider Services { get; }

    /// <summary>What calls send that are made in a scope of <see cref="RecordedAsAsync"/>.</summary>
    public SqlRecording Sql { get; } = new();

    public static async Task<BenchDatabase> OpenAsync(CancellationToken ct)
    {
        var database = await CrmDatabase.OpenAsync(
            Environment.GetEnvironmentVariable("ConnectionStrings__Crm"), Environment.GetEnvironmentVariable("ConnectionStrings__CrmOwner"), DataFolder, NullLogger.Instance, ct);
        await Migrator.MigrateAsync(database.Owner, database.App, NullLoggerFactory.Instance, ct);

        var bench = new BenchDatabase(database);
        foreach (var services in (ServiceProvider[])[bench.Services, bench.recorded]) await ListenAsync(services.GetRequiredService<LiveListener>(), ct);
        return bench;
    }

    /// <summary>A scope in which a member acts, as in a circuit of theirs.</summary>
    public Task<AsyncServiceScope> AsAsync(BenchMember member) => AsAsync(Services, member);

    /// <summary>A scope like it, whose SQL is written down.</summary>
    public Task<AsyncServiceScope> RecordedAsAsync(BenchMember member) => AsAsync(recorded, member);

    /// <summary>Lets the next read of the organization's loans be made anew, as after a save.</summary>
    public void ForgetLoans(BenchMember member) =>
        Services.GetRequiredService<KeptReads>().Forget(new LiveChange(member.OrgId, Guid.Empty, new Dictionary<string, IReadOnlyList<Guid>> { [LoanTables.Loans] = [] }, More: false));

    private static async Task<AsyncServiceScope> AsAsync(ServiceProvider services, BenchMember member)
    {
        var scope = services.CreateAsyncScope();
        var authority = await scope.ServiceProvider.GetRequiredService<AuthorityReader>().IdentifyAsync(member.OrgId, member.Id, null, CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<CurrentMember>().Become(authority ?? throw new StartUpRefusedException("The bench is not seeded: run scripts/bench seed."), null);
        return scope;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await recorded.DisposeAsync();
        await App.DisposeAsync();
        await database.DisposeAsync();
    }

    // As in the app: what is kept until a notice says otherwise, such as the names of stages and people, is read once.
    private static async Task ListenAsync(LiveListener listener, CancellationToken ct)
    {
        await listener.StartAsync(ct);
        while (!listener.IsListening) await Task.Delay(10, ct);
    }

    private ServiceProvider Provide(Action<ServiceCollection> more)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        services.AddPlatform(App);
        services.AddFeatures();
        services.AddSignIn(null, anyUrl, isLocal: true);
        more(services);
        return services.BuildServiceProvider();
    }
}
