namespace CrmStudio.App.Access.Circuits;

/// <summary>Says whether a circuit's next event is handled, dropped, or one too many.</summary>
public sealed class EventBudget(CircuitLimits limits, TimeProvider clock)
{
    private readonly Lock gate = new();
    private double tokens = limits.EventBurst;
    private long refilledAt = clock.GetTimestamp();
    private long windowFrom = clock.GetTimestamp();
    private int inWindow;

    /// <summary>Events dropped so far.</summary>
    public int Dropped { get; private set; }

    /// <summary>Takes one event.</summary>
    public EventVerdict Take()
    {
        lock (gate)
        {
            var now = clock.GetTimestamp();
            if (clock.GetElapsedTime(windowFrom, now) >= limits.FloodWindow) (windowFrom, inWindow) = (now, 0);
            if (++inWindow >= limits.Flood) return EventVerdict.Flood;

            tokens = Math.Min(limits.EventBurst, tokens + clock.GetElapsedTime(refilledAt, now).TotalSeconds * limits.EventsPerSecond);
            refilledAt = now;
            if (tokens >= 1)
            {
                tokens--;
                return EventVerdict.Handle;
            }
            Dropped++;
            return EventVerdict.Drop;
        }
    }
}
