using CrmStudio.Infrastructure.Platform;
using CrmStudio.Infrastructure.Platform.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrmStudio.Testing.Postgres;

/// <summary>Keeps an embedded cluster until the process is told to stop, exactly as the app does.</summary>
public static class KeptCluster
{
    /// <summary>The exit code of a process that does nothing else.</summary>
    public static async Task<int> RunAsync(string dataFolder)
    {
        using var host = Host.CreateApplicationBuilder().Build();
        try
        {
            await using var database = await CrmDatabase.OpenAsync(null, null, dataFolder, host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(KeptCluster)));
            await host.RunAsync();
            return 0;
        }
        catch (StartUpRefusedException refused)
        {
#pragma warning disable RS0030 // as the app: one sentence to standard error
            await Console.Error.WriteLineAsync(refused.Message);
#pragma warning restore RS0030
            return 1;
        }
    }
}
