using CrmStudio.Infrastructure.Platform;
using CrmStudio.Infrastructure.Platform.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CrmStudio.Testing.Postgres;

/// <summary>One PostgreSQL cluster per test process: started by the first test that asks, without fsync, stopped when the process ends.</summary>
public static class TestCluster
{
    private const string Prefix = "crmstudio-tests-";
    private static readonly SemaphoreSlim OneAtATime = new(1);   // PostgreSQL refuses two changes of one role at once
    private static readonly Lazy<Task<EmbeddedPostgres>> Server = new(StartAsync);
    private static readonly Lazy<Task<CrmConnectionStrings>> Crm = new(() => CreateDatabaseAsync(DatabaseRoles.Database));

    /// <summary>The owner's and the app role's way into the process's one database, empty until somebody migrates it.</summary>
    public static Task<CrmConnectionStrings> CrmAsync() => Crm.Value;

    /// <summary>A database of one's own on the same cluster, with the same two roles: for tests of the schema itself.</summary>
    public static async Task<CrmConnectionStrings> CreateDatabaseAsync(string name)
    {
        var server = await Server.Value;
        await OneAtATime.WaitAsync();
        try
        {
            return await DatabaseRoles.ProvisionAsync(server.SuperuserConnectionString, server.PasswordFor("owner"), server.PasswordFor("app"), name);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>The cluster's superuser, who alone may look behind the fence: for checking what tests left.</summary>
    public static async Task<string> SuperuserAsync() => (await Server.Value).SuperuserConnectionString;

    private static async Task<EmbeddedPostgres> StartAsync()
    {
        await ClearLeftoversAsync();
        var folder = Path.Combine(Path.GetTempPath(), Prefix + Guid.NewGuid().ToString("n"));
        var server = await EmbeddedPostgres.StartAsync(Options(folder), NullLogger.Instance);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => RemoveAsync(server, folder).GetAwaiter().GetResult();
        return server;
    }

    // A killed test process leaves its cluster running; the next one takes it over and removes it.
    private static async Task ClearLeftoversAsync()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                await RemoveAsync(await EmbeddedPostgres.StartAsync(Options(folder), NullLogger.Instance), folder);
            }
            catch (Exception inUse) when (inUse is StartUpRefusedException or InvalidOperationException or IOException or UnauthorizedAccessException)
            {
                // another test process works there
            }
        }
    }

    private static async Task RemoveAsync(EmbeddedPostgres server, string folder)
    {
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // The server's last file came while its folder went: what is left lies in the temporary folder, and no test failed.
        }
    }

    private static EmbeddedPostgresOptions Options(string folder) => new(folder) { Durable = false, MaxConnections = 200 };
}
