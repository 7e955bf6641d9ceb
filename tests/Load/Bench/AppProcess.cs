using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CrmStudio.Infrastructure.Platform;
using CrmStudio.Load.Report;

namespace CrmStudio.Load.Bench;

/// <summary>A server in a process of its own: the published app, or the hello page it is compared with.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan readyWithin = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly List<string> output = [];

    private AppProcess(ProcessStartInfo start, int port)
    {
        Url = new Uri($"http://localhost:{port}/");
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment["DOTNET_gcServer"] = "0";
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Gauge = new ProcessGauge(process.Id);
    }

    public Uri Url { get; }

    public ProcessGauge Gauge { get; }

    /// <summary>Publishes the app as it is shipped, with compressed assets.</summary>
    public static async Task PublishAsync(CancellationToken ct)
    {
        Paper.Say("Publishing the app …");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository.Root, "src", "App"), "-c", "Release", "-o", Folder, "-v", "q", "--nologo"]))!;
        await publish.WaitForExitAsync(ct);
        if (publish.ExitCode != 0) throw new StartUpRefusedException("The app could not be published.");
    }

    /// <param name="database">What it serves from.</param>
    /// <param name="appString">Another way to that database, such as a tap.</param>
    public static Task<AppProcess> StartAsync(BenchDatabase database, string? appString = null)
    {
        var port = FreePort();
        return UntilAnswersAsync(new AppProcess(new ProcessStartInfo("dotnet", [Path.Combine(Folder, "CrmStudio.App.dll")])
        {
            WorkingDirectory = Folder,
            Environment =
            {
                // Development, because the driver speaks plain http to loopback.
                ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = $"http://localhost:{port}", ["CRMSTUDIO_DEMO"] = "false",
                ["ConnectionStrings__Crm"] = appString ?? database.AppString, ["ConnectionStrings__CrmOwner"] = database.OwnerString,
                ["CRMSTUDIO_DATA"] = Path.Combine(BenchDatabase.DataFolder, "files"), ["Logging__LogLevel__Default"] = "Warning",
            },
        }, port), "health/ready");
    }

    public static Task<AppProcess> StartHelloAsync()
    {
        var port = FreePort();
        return UntilAnswersAsync(new AppProcess(new ProcessStartInfo("dotnet", [typeof(AppProcess).Assembly.Location, "hello", $"http://localhost:{port}"])
        {
            WorkingDirectory = AppContext.BaseDirectory, Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        }, port), "");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string Folder => Path.Combine(BenchDatabase.DataFolder, "app");

    private static async Task<AppProcess> UntilAnswersAsync(AppProcess app, string path)
    {
        using var http = new HttpClient { BaseAddress = app.Url };
        var from = Stopwatch.GetTimestamp();
        while (true)
        {
            if (app.process.HasExited || Stopwatch.GetElapsedTime(from) > readyWithin) throw new StartUpRefusedException($"The server did not start:\n{app.Log}");
            try
            {
                if ((await http.GetAsync(path)).StatusCode == HttpStatusCode.OK) return app;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);   // not listening yet: nothing to wait on but the port itself
            }
        }
    }

    /// <summary>What it wrote.</summary>
    public string Log
    {
        get { lock (output) return string.Join('\n', output); }
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
}
