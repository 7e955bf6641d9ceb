using CrmStudio.App.Hosting;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Postgres;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Testing.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CrmStudio.Testing;

/// <summary>
/// The real thing for tests: PostgreSQL, migrated once per process, with the app's services. Every test makes a fresh
/// organization of its own, never a fresh database.
/// </summary>
public sealed class CrmFixture
{
    private static readonly Lazy<Task<CrmFixture>> shared = new(StartAsync);

    private CrmFixture(CrmConnectionStrings strings, ServiceProvider services) => (Strings, Services) = (strings, services);

    public CrmConnectionStrings Strings { get; }

    public ServiceProvider Services { get; }

    public static Task<CrmFixture> SharedAsync() => shared.Value;

    /// <summary>A scope in which a member acts, as in a circuit of theirs.</summary>
    public async Task<AsyncServiceScope> AsAsync(TestMember member)
    {
        var scope = Services.CreateAsyncScope();
        var authority = await scope.ServiceProvider.GetRequiredService<AuthorityReader>().IdentifyAsync(member.OrgId, member.Id, null, CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<CurrentMember>().Become(authority ?? throw new InvalidOperationException("That member may not sign in."), null);
        return scope;
    }

    /// <summary>A scope in which the system acts in an organization, as in a job.</summary>
    public AsyncServiceScope AsSystem(TestOrganization organization)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().BecomeSystem(organization.Id, organization.Name, "America/New_York");
        return scope;
    }

    private static async Task<CrmFixture> StartAsync()
    {
        var strings = await TestCluster.CrmAsync();
        await Migrator.MigrateAsync(strings.Owner, strings.App, NullLoggerFactory.Instance, CancellationToken.None);

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(NpgsqlDataSource.Create(strings.App));
        services.AddFeatures();
        services.AddFileStore(Directory.CreateTempSubdirectory("crmstudio-test-files-").FullName, null);
        return new CrmFixture(strings, services.BuildServiceProvider(validateScopes: true));
    }
}
