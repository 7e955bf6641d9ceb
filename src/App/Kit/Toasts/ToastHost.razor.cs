using Microsoft.JSInterop;

namespace CrmStudio.App.Kit.Toasts;

/// <summary>Hands the circuit's <see cref="Toasts"/> to the script that shows them, which learns by it that the page answers. Stands once, in the layout.</summary>
public sealed partial class ToastHost(Toasts toasts, IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? script;
    private DotNetObjectReference<ToastHost>? self;

    /// <summary>Called by the script: "Undo" was pressed.</summary>
    [JSInvokable]
    public Task UndoAsync(int id) => toasts.UndoAsync(id);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        toasts.Said -= Say;
        self?.Dispose();
        if (script is null) return;
        try
        {
            await (await script).DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its messages with it.
        }
    }

    /// <inheritdoc />
    protected override void OnInitialized() => toasts.Said += Say;

    /// <summary>The script is ready before there is something to say, so that a message stands before the answer to what it is about.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await (script ??= WireAsync());
    }

    private void Say(Toast toast) => _ = InvokeAsync(async () =>
    {
        try
        {
            var shell = await (script ??= WireAsync());
            await shell.InvokeVoidAsync("say", toast.Id, toast.Message, toast.Names, toast.Undo is not null, toast.IsRefusal);
        }
        catch (JSDisconnectedException)
        {
            // Nobody is there to read it.
        }
    });

    private async Task<IJSObjectReference> WireAsync()
    {
        self = DotNetObjectReference.Create(this);
        var shell = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/shell.js"]}");
        await shell.InvokeVoidAsync("listen", self);
        return shell;
    }
}
