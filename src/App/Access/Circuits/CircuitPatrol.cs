using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Live;

namespace CrmStudio.App.Access.Circuits;

/// <summary>Passes notices to the circuits of this node, keeps used sessions alive, and puts idle circuits to rest.</summary>
public sealed partial class CircuitPatrol(CircuitRegistry registry, CircuitLimits limits, LiveListener listener, IServiceScopeFactory scopes, TimeProvider clock, ILogger<CircuitPatrol> log) : BackgroundService
{
    private static readonly TimeSpan every = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        listener.Changed += Hear;
        listener.Resumed += CheckAll;
        try
        {
            using var timer = new PeriodicTimer(every, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken)) await GoRoundAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the node stops
        }
        finally
        {
            listener.Changed -= Hear;
            listener.Resumed -= CheckAll;
        }
    }

    /// <summary>One round.</summary>
    public async Task GoRoundAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var used = registry.All.Where(circuit => circuit.WasUsed).ToList();
        try
        {
            if (used.Count > 0)
            {
                await using var scope = scopes.CreateAsyncScope();
                var door = scope.ServiceProvider.GetRequiredService<SignInDoor>();
                await SessionLedger.TouchAsync(door.Db, [.. used.Select(circuit => circuit.Who.SessionId).Distinct()], now, ct);
            }
            foreach (var circuit in used) circuit.WasUsed = false;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            NotKept(log, e);
        }
        foreach (var idle in registry.All.Where(circuit => now - circuit.UsedAt > limits.RestsAfter))
            if (await registry.CheckAsync(idle, ct)) registry.Rest(idle);
    }

    private void Hear(LiveChange change) => _ = registry.HearAsync(change);

    private void CheckAll() => _ = registry.CheckAllAsync();

    [LoggerMessage(LogLevel.Warning, "Sessions in use could not be kept alive; the next round tries again")]
    private static partial void NotKept(ILogger logger, Exception exception);
}
