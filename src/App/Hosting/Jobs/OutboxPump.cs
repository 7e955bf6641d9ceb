using System.Threading.Channels;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Hosting.Jobs;

/// <summary>Runs reactions right after a save, so that nobody waits for the next tick of the timetable.</summary>
public sealed partial class OutboxPump(LiveListener listener, OrganizationSweep sweep, ILogger<OutboxPump> log) : BackgroundService
{
    // One pending wake-up is enough: a dispatch takes everything that is due.
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        void Wake(LiveChange change) => wake.Writer.TryWrite(true);
        listener.Changed += Wake;
        try
        {
            await foreach (var _ in wake.Reader.ReadAllAsync(stoppingToken))
            {
                try
                {
                    await sweep.EachOrganizationAsync<OutboxDispatcher>((dispatcher, ct) => dispatcher.DispatchAsync(ct), stoppingToken);
                }
                catch (Npgsql.NpgsqlException e)
                {
                    Failed(log, e);
                }
            }
        }
        finally
        {
            listener.Changed -= Wake;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Reactions could not be run now; the timetable tries again")]
    private static partial void Failed(ILogger logger, Exception exception);
}
