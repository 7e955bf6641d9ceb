using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CrmStudio.Infrastructure.Platform.Postgres;

namespace CrmStudio.Browser.Harness;

/// <summary>The app as people run it: a process of its own, on the test database, reached over loopback.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan readyWithin = TimeSpan.FromSeconds(180);
    private readonly ProcessStartInfo start;
    private readonly List<string> output = [];
    private Process process;

    private AppProcess(string program, string folder, Uri url, Uri plain, CrmConnectionStrings strings, Dictionary<string, string> settings)
    {
        (Url, Plain) = (url, plain);
        start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["ConnectionStrings__Crm"], start.Environment["ConnectionStrings__CrmOwner"]) = (strings.App, strings.Owner);
        start.Environment["CRMSTUDIO_DATA"] = Path.Combine(Path.GetTempPath(), $"crmstudio-browser-{Environment.ProcessId}");
        foreach (var (name, value) in settings) start.Environment[name] = value;
        process = Start();
    }

    /// <summary>Where browsers reach it.</summary>
    public Uri Url { get; }

    /// <summary>Where it answers over plain http, to proxies and probes.</summary>
    public Uri Plain { get; }

    /// <summary>What the app wrote to its log so far.</summary>
    public string Log
    {
        get { lock (output) return string.Join('\n', output); }
    }

    /// <summary>As <c>scripts/dev</c> runs it: development, with the demo.</summary>
    public static Task<AppProcess> StartAsync(CrmConnectionStrings strings)
    {
        var (folder, url) = (Path.Combine(Repository, "src", "App"), new Uri($"http://localhost:{FreePort()}/"));
        return StartAsync(
            Path.Combine(folder, "bin", Configuration, "net10.0", "CrmStudio.App"), folder, url, url, strings,
            new() { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = url.ToString(), ["CRMSTUDIO_DEMO"] = "true" });
    }

    /// <summary>Starts a program in a folder and waits until it is ready.</summary>
    internal static async Task<AppProcess> StartAsync(string program, string folder, Uri url, Uri plain, CrmConnectionStrings strings, Dictionary<string, string> settings)
    {
        var app = new AppProcess(program, folder, url, plain, strings, settings);
        try
        {
            await app.UntilReadyAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
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
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, line) => Keep(line.Data);
        started.ErrorDataReceived += (_, line) => Keep(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private async Task UntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Plain };
        using var patience = new CancellationTokenSource(readyWithin);
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"The app ended with {process.ExitCode}:\n{Log}");
            try
            {
                if ((await http.GetAsync("health/ready", patience.Token)).StatusCode == HttpStatusCode.OK) return;
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                if (patience.IsCancellationRequested) throw new TimeoutException($"The app was not ready within {readyWithin}:\n{Log}");
                await Task.Delay(100, CancellationToken.None);   // not listening yet: nothing to wait on but the port itself
            }
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (output) output.Add(line);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

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
