using System.Diagnostics;
using System.Globalization;
using CrmStudio.App.Hosting;
using CrmStudio.App.Integrations.Imports.UseCases;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Platform;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.Testing.Imports;

/// <summary>
/// A process that works on the imports of one organization as the app's worker does, so that there is one to kill: the program that
/// runs, started once more with an order in its environment.
/// </summary>
public sealed class ImportHand : IAsyncDisposable
{
    private const string Database = "CRMSTUDIO_TESTS_IMPORT_IN", Organization = "CRMSTUDIO_TESTS_IMPORT_FOR", Parent = "CRMSTUDIO_TESTS_IMPORT_WHILE";
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(100);
    private readonly Process process;

    private ImportHand(Process process) => this.process = process;

    /// <summary>Starts one.</summary>
    /// <param name="appString">The app role's way to the database.</param>
    /// <param name="org">Whose imports.</param>
    public static ImportHand Start(string appString, Guid org) => new(Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
    {
        RedirectStandardOutput = true,
        Environment = { [Database] = appString, [Organization] = org.ToString(), [Parent] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture) },
    })!);

    /// <summary>The first line of a program that can be such a process: does not come back when it is one.</summary>
    public static void WorkWhenTold()
    {
        if (Environment.GetEnvironmentVariable(Organization) is not { } org) return;
        WorkAsync(Environment.GetEnvironmentVariable(Database)!, Guid.Parse(org), int.Parse(Environment.GetEnvironmentVariable(Parent)!, CultureInfo.InvariantCulture)).GetAwaiter().GetResult();
        Environment.Exit(0);
    }

    /// <summary>SIGKILL: nothing of it runs any more.</summary>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task WorkAsync(string appString, Guid org, int parent)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(NpgsqlDataSource.Create(appString));
        services.AddFeatures();
        await using var provider = services.BuildServiceProvider();
        while (Process.GetProcesses().Any(other => other.Id == parent))
        {
            await using var scope = provider.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentMember>().BecomeSystem(org, "Kills", "America/New_York");
            await scope.ServiceProvider.GetRequiredService<WorkOnImports>().RunAsync(CancellationToken.None);
            await Task.Delay(pause);
        }
    }
}
