using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Postgres;

/// <summary>
/// A private PostgreSQL cluster from the machine's installed binaries, on 127.0.0.1 only. The server runs in a session of its own, so
/// Ctrl-C in a terminal reaches us and not it; we stop it when disposed. After a SIGKILL of ours it runs on, and the next start adopts it.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Making and starting a cluster takes seconds and is not broken off halfway: whoever is told to stop meanwhile disposes it afterwards.
    private static readonly CancellationToken Whole = CancellationToken.None;

    private readonly EmbeddedPostgresOptions options;
    private readonly ClusterFolder folder;
    private readonly FolderLock mine;
    private readonly PostgresTools tools;
    private readonly ILogger log;
    private bool stopped;

    private EmbeddedPostgres(EmbeddedPostgresOptions options, ClusterFolder folder, FolderLock mine, PostgresTools tools, ILogger log) =>
        (this.options, this.folder, this.mine, this.tools, this.log) = (options, folder, mine, tools, log);

    /// <summary>The port on 127.0.0.1; the same one again at the next start when it is free.</summary>
    public int Port { get; private set; }

    /// <summary>The cluster's superuser on the maintenance database: for provisioning only.</summary>
    public string SuperuserConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = "postgres",
        Password = PasswordFor("superuser"),
        Database = "postgres",
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        Pooling = false,
    }.ConnectionString;

    /// <summary>Starts the cluster of this folder, making it first if needed; adopts it when it already runs. Refuses when another process holds the folder.</summary>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, ILogger log, CancellationToken ct = default)
    {
        var root = Path.GetFullPath(options.Folder);
        var folder = ClusterFolder.At(root);
        var mine = FolderLock.Take(root);
        try
        {
            var server = new EmbeddedPostgres(options, folder, mine, await PostgresTools.FindAsync(folder.Version, ct), log);
            if (!await PostgresTools.CanReachAsync(root, ct))
                throw new StartUpRefusedException($"The user {PostgresTools.Account} cannot reach the data folder {root}: set CRMSTUDIO_DATA to a folder that is not below a private one.");

            if (folder.Version is null) await server.MakeClusterAsync(ct);
            if (!await server.AdoptAsync(ct)) await server.StartServerAsync();
            return server;
        }
        catch
        {
            mine.Dispose();
            ct.ThrowIfCancellationRequested();   // Ctrl-C in a terminal also ends the program that was at work
            throw;
        }
    }

    /// <summary>The password kept under this name beside the cluster, in a file only its owner reads; made at first use.</summary>
    public string PasswordFor(string name) => folder.PasswordFor(name);

    /// <summary>Stops the server: clients are cut off, nothing committed is lost.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopped) return;
        stopped = true;

        var (code, text) = await tools.RunAsync("pg_ctl", ["stop", "-D", folder.Cluster, "-m", "fast", "-w", "-t", "30"], CancellationToken.None);
        if (code == 0) log.LogInformation("The embedded PostgreSQL has stopped.");
        else if (Postmaster.RunningOn(folder.Cluster) is not null) log.LogWarning("The embedded PostgreSQL did not stop: {Reason}", text.Trim());
        mine.Dispose();
    }

    // Made under another name and renamed when whole, so that an interrupted first start leaves nothing half-made behind.
    private async Task MakeClusterAsync(CancellationToken ct)
    {
        var fresh = await folder.FreshAsync(ct);
        folder.PasswordFor("superuser");
        await PostgresTools.GiveAsync(folder.PasswordFile("superuser"), ct);

        // Collation "C" sorts by index under row-level security; the character type knows upper and lower case beyond ASCII.
        string[] locale = OperatingSystem.IsLinux() ? ["--locale=C", "--lc-ctype=C.UTF-8"] : ["--locale=C"];
        string[] sync = options.Durable ? [] : ["--no-sync"];
        await tools.RequireAsync("initdb", ["-D", fresh, "-U", "postgres", "-A", "scram-sha-256", "--pwfile", folder.PasswordFile("superuser"), "-E", "UTF8", "--no-instructions", .. locale, .. sync], Whole);
        Directory.Move(fresh, folder.Cluster);
        log.LogInformation("Made a PostgreSQL {Version} cluster in {Folder}.", tools.Version, folder.Cluster);
    }

    private async Task<bool> AdoptAsync(CancellationToken ct)
    {
        var since = Stopwatch.GetTimestamp();
        while (Postmaster.RunningOn(folder.Cluster) is { } server)
        {
            Port = server.Port;
            if (Port != 0 && await AnswersAsync(ct))
            {
                log.LogInformation("Adopted the embedded PostgreSQL that was already running on 127.0.0.1:{Port}.", Port);
                return true;
            }
            if (Stopwatch.GetElapsedTime(since) > Patience)
                throw new StartUpRefusedException($"The PostgreSQL of the data folder runs (process {server.ProcessId}) but does not answer: {folder.LogFile} may say why; stop it, then start again.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);   // it is starting, recovering or stopping
        }
        return false;
    }

    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(SuperuserConnectionString);
            await connection.OpenAsync(ct);
            return true;
        }
        catch (NpgsqlException notYet) when (notYet is not PostgresException { SqlState: not PostgresErrorCodes.CannotConnectNow })
        {
            return false;
        }
    }

    private async Task StartServerAsync()
    {
        var wished = folder.LastPort;
        for (var attempt = 1; ; attempt++)
        {
            Port = FreePort(wished);
            var (code, text) = await tools.RunAsync("pg_ctl", ["start", "-D", folder.Cluster, "-w", "-t", "60", "-l", folder.LogFile, "-o", ServerOptions()], Whole);
            if (code == 0) break;
            if (attempt == 3) throw new InvalidOperationException($"The embedded PostgreSQL does not start; {folder.LogFile} says why. pg_ctl: {text.Trim()}");
            wished = 0;   // somebody took the port in between
        }
        folder.LastPort = Port;
        log.LogInformation("The embedded PostgreSQL {Version} runs on 127.0.0.1:{Port}.", tools.Version, Port);
    }

    private string ServerOptions()
    {
        string[] durability = options.Durable ? ["fsync=on", "synchronous_commit=on"] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
        string[] settings =
        [
            "listen_addresses=127.0.0.1", "unix_socket_directories=''", "password_encryption=scram-sha-256", "timezone=UTC", "log_timezone=UTC",
            "shared_buffers=128MB", "jit=off", $"max_connections={options.MaxConnections}", .. durability,
        ];
        return $"-p {Port} " + string.Join(' ', settings.Select(s => "-c " + s));
    }

    private static int FreePort(int wished)
    {
        using var probe = new TcpListener(IPAddress.Loopback, wished);
        try
        {
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        catch (SocketException) when (wished != 0)
        {
            return FreePort(0);
        }
    }
}
