namespace CrmStudio.Infrastructure.Tests.Platform.Outbox;

/// <summary>A clock that stands still until it is told to go on.</summary>
internal sealed class SteppedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    /// <summary>Called each time somebody asks for the time: the place to let something happen in between.</summary>
    public Action? Asked { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        Asked?.Invoke();
        return now;
    }

    public void Step(TimeSpan by) => now += by;
}
