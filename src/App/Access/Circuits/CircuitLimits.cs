namespace CrmStudio.App.Access.Circuits;

/// <summary>How much of a node one person, or everybody together, may take.</summary>
public sealed record CircuitLimits
{
    private const int BytesPerCircuit = 1024 * 1024;   // measured 273 KB; a third of the plan is never wrong

    /// <summary>Open circuits of one person; one more puts the longest idle to rest.</summary>
    public int PerUser { get; init; } = 8;

    /// <summary>Open circuits of the node: half of the memory there is.</summary>
    public int PerNode { get; init; } = (int)Math.Max(100, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / BytesPerCircuit);

    /// <summary>Events of a circuit handled per second, once the burst is used up.</summary>
    public int EventsPerSecond { get; init; } = 50;

    /// <summary>Events handled at once.</summary>
    public int EventBurst { get; init; } = 100;

    /// <summary>Events within <see cref="FloodWindow"/> that end the circuit.</summary>
    public int Flood { get; init; } = 1_000;

    /// <summary>The window in which a flood is counted.</summary>
    public TimeSpan FloodWindow { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A circuit nobody used for this long is put to rest.</summary>
    public TimeSpan RestsAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a browser has to leave by itself before its socket is cut.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(3);
}
