using CrmStudio.App.Leads.Forms.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Leads.Forms.Jobs;

/// <summary>Makes leads of what forms accepted: at once when the bell rings, and every few seconds for what another node left or must be tried again.</summary>
public sealed partial class CaptureWorker(OrganizationSweep sweep, CaptureBell bell, TimeProvider clock, ILogger<CaptureWorker> log) : BackgroundService
{
    private static readonly TimeSpan interval = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await sweep.EachOrganizationAsync<ProcessCaptures>((process, ct) => process.RunAsync(ct), stoppingToken);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Requests of forms wait; they are tried again in a few seconds")]
    private partial void Failed(Exception fault);
}
