using CrmStudio.App.Hosting;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Postgres;
using CrmStudio.Infrastructure.Platform.Seeding;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Testing.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Seeding;

/// <summary>A migrated database of its own, the demo on a given day, and both ways to look at it: as a member, and from behind the fence.</summary>
internal sealed class DemoDatabase(CrmConnectionStrings strings, DateTimeOffset now) : TimeProvider, IAsyncDisposable
{
    private readonly NpgsqlDataSource app = NpgsqlDataSource.Create(strings.App);
    private readonly DirectoryInfo files = Directory.CreateTempSubdirectory("crm-demo-");
    private ServiceProvider? services;

    public CrmConnectionStrings Strings => strings;

    /// <summary>A Wednesday noon in New York.</summary>
    public static DateTimeOffset Wednesday { get; } = new(2026, 11, 18, 17, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public static async Task<DemoDatabase> CreateAsync(string name, DateTimeOffset now)
    {
        var strings = await TestCluster.CreateDatabaseAsync(name);
        await Migrator.MigrateAsync(strings.Owner, strings.App, NullLoggerFactory.Instance, CancellationToken.None);
        return new DemoDatabase(strings, now);
    }

    public static async Task<DemoDatabase> LoadedAsync(string name, DateTimeOffset now)
    {
        var database = await CreateAsync(name, now);
        await database.LoadAsync();
        return database;
    }

    public Task<bool> LoadAsync() => DemoOrganizations.LoadAsync(strings.Owner, new FolderFileStore(files.FullName), this, NullLoggerFactory.Instance, CancellationToken.None);

    public Task<bool> RemoveAsync() => DemoOrganizations.RemoveAsync(strings.Owner, NullLoggerFactory.Instance, CancellationToken.None);

    /// <summary>Whether the store holds a file of that size.</summary>
    public bool Keeps(FileKey key, long size)
    {
        using var content = new FolderFileStore(files.FullName).OpenAsync(key, CancellationToken.None).GetAwaiter().GetResult();
        return content?.Length == size;
    }

    /// <summary>A scope in which a demo member acts, through the app's role.</summary>
    public async Task<AsyncServiceScope> AsAsync(string email, string organization = "Harborline Lending")
    {
        services ??= new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(this).AddPlatform(app).AddFeatures().BuildServiceProvider();
        var person = DemoSignIn.All.Single(signIn => signIn.Email == email && signIn.Organization == organization);
        var scope = services.CreateAsyncScope();
        var authority = await scope.ServiceProvider.GetRequiredService<AuthorityReader>().IdentifyAsync(person.OrgId, person.MemberId, null, CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<CurrentMember>().Become(authority ?? throw new InvalidOperationException($"{email} is no member."), null);
        return scope;
    }

    /// <summary>Asks the cluster's superuser, who alone sees every organization's rows.</summary>
    public async Task<T> AskAsync<T>(string sql)
    {
        var behind = new NpgsqlConnectionStringBuilder(await TestCluster.SuperuserAsync()) { Database = new NpgsqlConnectionStringBuilder(strings.Owner).Database };
        await using var connection = new NpgsqlConnection(behind.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null) await services.DisposeAsync();
        await app.DisposeAsync();
        files.Delete(recursive: true);
    }
}
