namespace CrmStudio.App.Tests.Access.Harness;

/// <summary>The system's clock, moved ahead by a test.</summary>
internal sealed class MovableClock : TimeProvider
{
    private long aheadTicks;

    public void Advance(TimeSpan by) => Interlocked.Add(ref aheadTicks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref aheadTicks));
}
