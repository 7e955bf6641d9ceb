namespace CrmStudio.Load.Circuits;

/// <summary>Many circuits at once, each of which says every few seconds that it is still there.</summary>
public sealed class Crowd : IAsyncDisposable
{
    private const int AtOnce = 4;
    private static readonly TimeSpan signOfLife = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource leaving = new();
    private readonly List<HeadlessCircuit> circuits = [];
    private readonly Task pinging;

    private Crowd() => pinging = PingAsync();

    public IReadOnlyList<HeadlessCircuit> Circuits => circuits;

    /// <summary>Adds circuits.</summary>
    /// <param name="count">How many.</param>
    /// <param name="open">Opens the n-th.</param>
    /// <param name="ct">Breaks off.</param>
    public async Task GrowAsync(int count, Func<int, Task<HeadlessCircuit>> open, CancellationToken ct)
    {
        var from = circuits.Count;
        await Parallel.ForAsync(from, from + count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (place, _) =>
        {
            var circuit = await open(place);
            circuit.ForgetHtml();
            lock (circuits) circuits.Add(circuit);
        });
    }

    /// <summary>Opens a crowd.</summary>
    public static async Task<Crowd> OpenAsync(int count, Func<int, Task<HeadlessCircuit>> open, CancellationToken ct)
    {
        var crowd = new Crowd();
        await crowd.GrowAsync(count, open, ct);
        return crowd;
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await pinging;
        foreach (var circuit in circuits) await circuit.DisposeAsync();
        leaving.Dispose();
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(signOfLife);
        try
        {
            while (await timer.WaitForNextTickAsync(leaving.Token))
            {
                List<HeadlessCircuit> open;
                lock (circuits) open = [.. circuits];
                foreach (var circuit in open) await circuit.PingAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // the crowd goes home
        }
    }
}
