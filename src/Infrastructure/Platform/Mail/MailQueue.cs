using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrmStudio.Infrastructure.Platform.Mail;

/// <summary>
/// Sends mail behind the back of the request that asked for it, so that an answer takes as long for an address nobody knows
/// as for one somebody does. Three tries; who waits for a link can ask for another.
/// </summary>
public sealed partial class MailQueue(IMailer mailer, TimeProvider clock, ILogger<MailQueue> log) : BackgroundService
{
    private const int Capacity = 1_000;
    private static readonly TimeSpan[] pauses = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20)];
    private readonly Channel<Mail> waiting = Channel.CreateBounded<Mail>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Queues a mail.</summary>
    public void Send(Mail mail) => waiting.Writer.TryWrite(mail);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var mail in waiting.Reader.ReadAllAsync(stoppingToken)) await DeliverAsync(mail, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the node stops
        }
    }

    private async Task DeliverAsync(Mail mail, CancellationToken ct)
    {
        for (var tried = 0; ; tried++)
        {
            try
            {
                await mailer.DeliverAsync(mail, ct);
                return;
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                if (tried == pauses.Length)
                {
                    Lost(log, e, mail.Subject);
                    return;
                }
                await Task.Delay(pauses[tried], clock, ct);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A mail could not be sent: {Subject}")]
    private static partial void Lost(ILogger logger, Exception exception, string subject);
}
