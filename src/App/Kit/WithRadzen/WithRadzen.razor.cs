using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CrmStudio.App.Kit.WithRadzen;

/// <summary>Put around Radzen components: brings their theme and script, then draws the content.</summary>
public sealed partial class WithRadzen(IJSRuntime js)
{
    private bool isReady;

    /// <summary>What is being made ready.</summary>
    [Parameter] public string Label { get; set; } = "Loading the form";

    /// <summary>The Radzen components.</summary>
    [Parameter, EditorRequired] public RenderFragment? ChildContent { get; set; }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        await using var shell = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/shell.js"]}");
        await shell.InvokeVoidAsync("style", Assets["css/radzen.css"].ToString());
        await shell.InvokeVoidAsync("script", "_content/Radzen.Blazor/Radzen.Blazor.min.js");
        isReady = true;
        StateHasChanged();
    }
}
