using System.Threading.Channels;

namespace CrmStudio.App.Leads.Forms;

/// <summary>Wakes the worker of this node when a form accepted a request; other nodes and restarted ones look by themselves.</summary>
public sealed class CaptureBell
{
    // One pending ring is enough: the worker takes everything that is due.
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that there is something.</summary>
    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Waits for a ring, or for the time to look anyway.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken ct)
    {
        using var time = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, ct);
        try
        {
            await rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // time to look anyway
        }
    }
}
