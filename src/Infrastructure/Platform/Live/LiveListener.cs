using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Live;

/// <summary>
/// Listens on PostgreSQL's channels and passes what other nodes and this one saved, and who has which record open, to whoever
/// subscribed. It reads no table: the notices carry ids only.
/// </summary>
public sealed partial class LiveListener(NpgsqlDataSource source, TimeProvider clock, ILogger<LiveListener> log) : BackgroundService
{
    private static readonly TimeSpan reconnectAfter = TimeSpan.FromSeconds(1);

    /// <summary>Whether notices are heard right now.</summary>
    public bool IsListening { get; private set; }

    /// <summary>Raised for each save of any organization.</summary>
    public event Action<LiveChange>? Changed;

    /// <summary>Raised when nodes told who has which record open.</summary>
    public event Action<IReadOnlyList<Sighting>>? Seen;

    /// <summary>Raised when the channel was lost and is back: notices may have been missed, so open pages should reload.</summary>
    public event Action? Resumed;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lost = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(stoppingToken);
                connection.Notification += (_, notice) => Pass(notice.Channel, notice.Payload);
                await using (var listen = new NpgsqlCommand($"listen {LiveChange.Channel}; listen {Sighting.Channel}", connection)) await listen.ExecuteNonQueryAsync(stoppingToken);
                if (lost) Resumed?.Invoke();
                IsListening = true;
                while (true) await connection.WaitAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or IOException && !stoppingToken.IsCancellationRequested)
            {
                (IsListening, lost) = (false, true);
                Lost(log, e);
                await Task.Delay(reconnectAfter, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                IsListening = false;
                return;
            }
        }
    }

    private void Pass(string channel, string payload)
    {
        try
        {
            if (channel == Sighting.Channel) Seen?.Invoke(JsonSerializer.Deserialize<Sighting[]>(payload) ?? []);
            else if (JsonSerializer.Deserialize<LiveChange>(payload) is { } change) Changed?.Invoke(change);
        }
        catch (JsonException e)
        {
            Unreadable(log, e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The live channel was lost; listening again shortly")]
    private static partial void Lost(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Warning, "A notice on the live channel could not be read")]
    private static partial void Unreadable(ILogger logger, Exception exception);
}
