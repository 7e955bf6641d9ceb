using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CrmStudio.App.Kit.ConfirmDialog;

/// <summary>Asks before what cannot be undone. What can be undone gets a toast with "Undo" instead.</summary>
public sealed partial class ConfirmDialog(IJSRuntime js) : IAsyncDisposable
{
    private readonly string id = $"ask-{Guid.NewGuid():N}";
    private ElementReference element;
    private IJSObjectReference? script;
    private TaskCompletionSource<bool>? answer;
    private bool isToOpen;
    private string title = "", text = "";
    private string? verb;

    /// <summary>Further fields of the question, such as a reason.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>The verb destroys something.</summary>
    [Parameter] public bool IsDanger { get; set; }

    /// <summary>The way out.</summary>
    [Parameter] public string Cancel { get; set; } = "Cancel";

    /// <summary>Opens the question and waits for the answer; false when it was closed.</summary>
    /// <param name="question">"Delete the workspace?"</param>
    /// <param name="consequence">What will be so afterwards.</param>
    /// <param name="confirm">The verb, on the button; null where there is nothing but to read and close.</param>
    public Task<bool> AskAsync(string question, string consequence, string? confirm)
    {
        answer?.TrySetResult(false);
        (title, text, verb, isToOpen, answer) = (question, consequence, confirm, true, new());
        StateHasChanged();
        return answer.Task;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        answer?.TrySetResult(false);
        if (script is null) return;
        try
        {
            await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone; so is the module.
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!isToOpen) return;
        isToOpen = false;
        script ??= await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/shell.js"]}");
        await script.InvokeVoidAsync("showModal", element);
    }

    private async Task AnswerAsync(bool isYes)
    {
        if (script is not null) await script.InvokeVoidAsync("closeModal", element);
        var given = answer;
        answer = null;
        given?.TrySetResult(isYes);
    }
}
