using System.Diagnostics;
using System.Runtime.CompilerServices;
using CrmStudio.Testing.Postgres;

namespace CrmStudio.Infrastructure.Tests.Platform.Postgres;

/// <summary>A process that keeps a cluster as the app does, so that tests have one to kill: this test program, started again in a session of its own.</summary>
internal sealed class ClusterKeeper : IDisposable
{
    private const string Order = "CRMSTUDIO_TESTS_KEEP_CLUSTER_IN";
    private readonly Process process;

    private ClusterKeeper(Process process) => this.process = process;

    /// <summary>What it said until it was ready, or until it ended.</summary>
    public List<string> Said { get; } = [];

    public static async Task<ClusterKeeper> StartAsync(string dataFolder, CancellationToken ct)
    {
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "setsid", Environment.ProcessPath!])   // a background job would pass on that it ignores Ctrl-C
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Order] = dataFolder },
        };
        var keeper = new ClusterKeeper(Process.Start(start)!);
        while (await keeper.process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            keeper.Said.Add(line.Trim());
            if (line.Contains("Application started", StringComparison.Ordinal)) return keeper;
        }
        keeper.Said.AddRange((await keeper.process.StandardError.ReadToEndAsync(ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return keeper;
    }

    /// <summary>Sends a signal to the keeper and all it started in its session, as a terminal does.</summary>
    public async Task SignalAsync(string signal, CancellationToken ct)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} -{process.Id}"]);
        await kill.WaitForExitAsync(ct);
    }

    public async Task<int> EndAsync(CancellationToken ct)
    {
        var rest = process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        Said.AddRange((await rest).Split('\n', StringSplitOptions.TrimEntries));
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

#pragma warning disable CA2255 // the only way in before the test runner's own Main
    [ModuleInitializer]
    internal static void KeepWhenTold()
    {
        if (Environment.GetEnvironmentVariable(Order) is { } folder) Environment.Exit(KeptCluster.RunAsync(folder).GetAwaiter().GetResult());
    }
#pragma warning restore CA2255
}
