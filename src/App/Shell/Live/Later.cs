namespace CrmStudio.App.Shell.Live;

/// <summary>Does something a while after it was asked for, once for all who asked meanwhile.</summary>
public sealed class Later(TimeSpan after, TimeProvider clock)
{
    private bool isAsked;

    /// <summary>Asks. Does nothing when the page is left first.</summary>
    public async Task AskAsync(Func<Task> act, CancellationToken leaving)
    {
        if (isAsked) return;
        isAsked = true;
        try
        {
            await Task.Delay(after, clock, leaving);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        isAsked = false;
        await act();
    }
}
