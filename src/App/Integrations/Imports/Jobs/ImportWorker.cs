using CrmStudio.App.Integrations.Imports.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Integrations.Imports.Jobs;

/// <summary>Looks for imports under way: at once when the bell rings, and every few seconds for those a dead node left.</summary>
public sealed partial class ImportWorker(OrganizationSweep sweep, ImportBell bell, TimeProvider clock, ILogger<ImportWorker> log) : BackgroundService
{
    private static readonly TimeSpan interval = TimeSpan.FromSeconds(4);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await sweep.EachOrganizationAsync<WorkOnImports>((work, ct) => work.RunAsync(ct), stoppingToken);
                await bell.WaitAsync(interval, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Failed(fault);
                await bell.WaitAsync(interval, clock, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Work on imports stopped; it goes on in a few seconds")]
    private partial void Failed(Exception fault);
}
