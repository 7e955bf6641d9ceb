using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Shell;

/// <summary>A page or part that reads and writes: gives <see cref="Leaving"/>, cancelled when the member walks away.</summary>
public abstract class CrmPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();

    /// <summary>Cancelled when the page is left. Pass it to every query and use case.</summary>
    protected CancellationToken Leaving { get; }

    /// <summary>Keeps the token readable after the page is gone.</summary>
    protected CrmPage() => Leaving = leaving.Token;

    /// <inheritdoc />
    public void Dispose()
    {
        leaving.Cancel();
        OnLeft();
        leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Give back subscriptions here.</summary>
    protected virtual void OnLeft()
    {
    }
}
