using System.Diagnostics;
using System.Globalization;
using CrmStudio.Infrastructure.Platform;
using CrmStudio.Infrastructure.Platform.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Postgres;

public sealed class EmbeddedPostgresTests : IAsyncLifetime
{
    private readonly string data = Path.Combine(Path.GetTempPath(), "crmstudio-embedded-" + Guid.NewGuid().ToString("n"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(data, "postgres");

    private string PidFile => Path.Combine(Folder, "cluster", "postmaster.pid");

    private int ServerId => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(PidFile)) await (await StartAsync()).DisposeAsync();
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_second_start_on_the_same_folder_ends_with_one_sentence_that_names_the_first()
    {
        using var first = await ClusterKeeper.StartAsync(data, Ct);

        using var second = await ClusterKeeper.StartAsync(data, Ct);

        Assert.Equal(1, await second.EndAsync(Ct));
        Assert.StartsWith($"The data folder {Folder} is in use by another CrmStudio (process ", Assert.Single(second.Said, s => s.Length > 0), StringComparison.Ordinal);
        await first.SignalAsync("TERM", Ct);
        Assert.Equal(0, await first.EndAsync(Ct));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task The_server_stops_cleanly_with_the_process_whoever_is_connected(string signal)
    {
        using var keeper = await ClusterKeeper.StartAsync(data, Ct);
        await using var someone = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = int.Parse(File.ReadLines(PidFile).ElementAt(3), CultureInfo.InvariantCulture),
            Database = "crm",
            Username = "crm_app",
            Password = await File.ReadAllTextAsync(Path.Combine(Folder, "app.password"), Ct),
            Pooling = false,
        }.ConnectionString);
        await someone.OpenAsync(Ct);

        await keeper.SignalAsync(signal, Ct);

        Assert.Equal(0, await keeper.EndAsync(Ct));
        Assert.False(File.Exists(PidFile));
        Assert.Contains("database system is shut down", await File.ReadAllTextAsync(Path.Combine(Folder, "cluster", "server.log"), Ct), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_outlived_its_killed_process_is_adopted_with_everything_in_it()
    {
        using (var killed = await ClusterKeeper.StartAsync(data, Ct))
        {
            await killed.SignalAsync("KILL", Ct);
            await killed.EndAsync(Ct);
        }
        var survivor = ServerId;

        using var next = await ClusterKeeper.StartAsync(data, Ct);

        Assert.Contains(next.Said, s => s.StartsWith("Adopted the embedded PostgreSQL", StringComparison.Ordinal));
        Assert.Equal(survivor, ServerId);
        await next.SignalAsync("TERM", Ct);
        Assert.Equal(0, await next.EndAsync(Ct));
        Assert.False(File.Exists(PidFile));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_was_committed_survives_the_death_of_everything_at_once()
    {
        await using (var server = await StartAsync(durable: true))
        {
            await RunAsync(server, "create table kept (id int); insert into kept values (1), (2)");
            using var everything = Process.GetProcessById(ServerId);
            everything.Kill();
            await everything.WaitForExitAsync(Ct);
        }
        Assert.True(File.Exists(PidFile));

        await using var next = await StartAsync();

        Assert.Equal(2L, await RunAsync(next, "select count(*) from kept"));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_pid_file_whose_number_now_belongs_to_a_stranger_does_not_stop_the_start()
    {
        await using (await StartAsync())
        {
            File.Copy(PidFile, PidFile + ".left");
        }
        using var stranger = Process.Start("setpriv", [.. Environment.IsPrivilegedProcess ? (string[])["--reuid=postgres", "--clear-groups"] : [], "--", "sleep", "300"]);
        try
        {
            var lines = await File.ReadAllLinesAsync(PidFile + ".left", Ct);
            lines[0] = stranger.Id.ToString(CultureInfo.InvariantCulture);
            await File.WriteAllLinesAsync(PidFile, lines, Ct);

            await using var next = await StartAsync();

            Assert.Equal(1L, await RunAsync(next, "select 1::bigint"));
            Assert.False(stranger.HasExited);
        }
        finally
        {
            stranger.Kill();
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task A_copy_of_a_folder_whose_server_runs_is_not_mistaken_for_it()
    {
        await using var server = await StartAsync();
        var copy = data + "-copy";
        try
        {
            Directory.CreateDirectory(Path.Combine(copy, "cluster"));
            File.Copy(PidFile, Path.Combine(copy, "cluster", "postmaster.pid"));
            File.Copy(Path.Combine(Folder, "cluster", "PG_VERSION"), Path.Combine(copy, "cluster", "PG_VERSION"));

            var refused = await Assert.ThrowsAsync<StartUpRefusedException>(() => EmbeddedPostgres.StartAsync(new(copy), NullLogger.Instance, Ct));

            Assert.StartsWith($"The data folder {copy}/cluster is a copy of {Folder}/cluster, whose server still runs", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task A_first_start_that_was_interrupted_leaves_nothing_in_the_way()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "cluster.new", "base"));

        await using var server = await StartAsync();

        Assert.False(Directory.Exists(Path.Combine(Folder, "cluster.new")));
    }

    [Fact(Timeout = 60_000)]
    public async Task Only_this_machine_reaches_the_server_and_only_with_the_password()
    {
        await using var server = await StartAsync(durable: true);

        Assert.Equal("127.0.0.1||on|on|scram-sha-256|UTC", await RunAsync(server, """
            select concat_ws('|', current_setting('listen_addresses'), current_setting('unix_socket_directories'), current_setting('fsync'),
                             current_setting('synchronous_commit'), current_setting('password_encryption'), current_setting('timezone'))
            """));
        var guess = new NpgsqlConnectionStringBuilder(server.SuperuserConnectionString) { Password = "guess" }.ConnectionString;
        await using var stranger = new NpgsqlConnection(guess);
        Assert.Equal(PostgresErrorCodes.InvalidPassword, (await Assert.ThrowsAsync<PostgresException>(() => stranger.OpenAsync(Ct))).SqlState);
        server.PasswordFor("app");
        foreach (var secret in Directory.GetFiles(Folder, "*.password"))
        {
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(secret));
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_comes_back_on_the_port_it_had()
    {
        int port;
        await using (var first = await StartAsync()) port = first.Port;

        await using var second = await StartAsync();

        Assert.Equal(port, second.Port);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_folder_below_a_private_one_is_refused_when_root_hands_the_server_to_another_user()
    {
        if (!Environment.IsPrivilegedProcess) Assert.Skip("Only root hands the server to another user.");
        var privateFolder = Directory.CreateTempSubdirectory("crmstudio-private-");
        try
        {
            var below = Path.Combine(privateFolder.FullName, "postgres");
            var refused = await Assert.ThrowsAsync<StartUpRefusedException>(() => EmbeddedPostgres.StartAsync(new(below), NullLogger.Instance, Ct));
            Assert.Equal($"The user postgres cannot reach the data folder {below}: set CRMSTUDIO_DATA to a folder that is not below a private one.", refused.Message);
        }
        finally
        {
            privateFolder.Delete(recursive: true);
        }
    }

    private Task<EmbeddedPostgres> StartAsync(bool durable = false) => EmbeddedPostgres.StartAsync(new(Folder) { Durable = durable }, NullLogger.Instance, Ct);

    private static async Task<object?> RunAsync(EmbeddedPostgres server, string statement)
    {
        await using var connection = new NpgsqlConnection(server.SuperuserConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync(Ct);
    }
}
