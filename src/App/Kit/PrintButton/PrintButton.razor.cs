using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CrmStudio.App.Kit.PrintButton;

/// <summary>Prints the page, after it has shown what belongs on paper. The palette's "Print this page" presses it.</summary>
public sealed partial class PrintButton(IJSRuntime js)
{
    private bool isBusy, isReady;

    /// <summary>Shows everything that is to be printed.</summary>
    [Parameter] public Func<Task>? Before { get; set; }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!isReady) return;
        isReady = false;
        await using var script = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/shell.js"]}");
        await script.InvokeVoidAsync("printSoon");
    }

    private async Task PrintAsync()
    {
        isBusy = true;
        if (Before is not null) await Before();
        (isBusy, isReady) = (false, true);
    }
}
