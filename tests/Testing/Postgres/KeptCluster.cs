using CrmStudio.App.Hosting.Settings;
using CrmStudio.Infrastructure.Platform.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrmStudio.Testing.Postgres;

/// <summary>Keeps an embedded cluster until the process is told to stop, exactly as the app does.</summary>
public static class KeptCluster
{
    /// <summary>The exit code of a process that does nothing else.</summary>
    public static Task<int> RunAsync(string dataFolder) => StartUp.RunAsync(async () =>
    {
        using var host = Host.CreateApplicationBuilder().Build();
        await using var database = await CrmDatabase.OpenAsync(null, null, dataFolder, host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(KeptCluster)));
        await host.RunAsync();
    });
}
