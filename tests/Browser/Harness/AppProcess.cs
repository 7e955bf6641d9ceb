using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CrmStudio.Infrastructure.Platform.Postgres;

namespace CrmStudio.Browser.Harness;

/// <summary>The app as people run it: a process of its own, on the test database, reached over loopback.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan readyWithin = TimeSpan.FromSeconds(90);
    private readonly CrmConnectionStrings strings;
    private readonly List<string> output = [];
    private Process process;

    private AppProcess(CrmConnectionStrings strings, int port)
    {
        (this.strings, Port) = (strings, port);
        process = Start();
    }

    public int Port { get; }

    public Uri Url => new($"http://localhost:{Port}/");

    /// <summary>What the app wrote to its log so far.</summary>
    public string Log
    {
        get { lock (output) return string.Join('\n', output); }
    }

    public static async Task<AppProcess> StartAsync(CrmConnectionStrings strings)
    {
        var app = new AppProcess(strings, FreePort());
        await app.UntilReadyAsync();
        return app;
    }

    /// <summary>Stops the app the hard way and starts it again on the same address.</summary>
    public async Task RestartAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = Start();
        await UntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private Process Start()
    {
        var folder = Path.Combine(Repository, "src", "App", "bin", Configuration, "net10.0");
        var start = new ProcessStartInfo(Path.Combine(folder, "CrmStudio.App"))
        {
            WorkingDirectory = Path.Combine(Repository, "src", "App"), RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = $"http://localhost:{Port}",
                ["ConnectionStrings__Crm"] = strings.App, ["ConnectionStrings__CrmOwner"] = strings.Owner, ["CRMSTUDIO_DEMO"] = "true",
                ["CRMSTUDIO_DATA"] = Path.Combine(Path.GetTempPath(), $"crmstudio-browser-{Environment.ProcessId}"),
            },
        };
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, line) => Keep(line.Data);
        started.ErrorDataReceived += (_, line) => Keep(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private async Task UntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Url };
        using var patience = new CancellationTokenSource(readyWithin);
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"The app ended with {process.ExitCode}:\n{Log}");
            try
            {
                if ((await http.GetAsync("health/ready", patience.Token)).StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, patience.Token);   // not listening yet: nothing to wait on but the port itself
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"The app was not ready within {readyWithin}:\n{Log}");
            }
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (output) output.Add(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    internal static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "CrmStudio.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
            return folder.FullName;
        }
    }
}
