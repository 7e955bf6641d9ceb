using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace CrmStudio.App.Shell;

/// <summary>The app around a page: navigation, top bar, toasts, and a face for faults.</summary>
public partial class MainLayout(IJSRuntime js)
{
    private ErrorBoundary? boundary;

    [CascadingParameter] private Microsoft.AspNetCore.Components.RouteData? Page { get; set; }

    private string? IsWide => Page?.PageType.IsDefined(typeof(WideCanvasAttribute), inherit: true) is true ? "" : null;

    /// <inheritdoc />
    protected override void OnParametersSet() => Recover();

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        await using var shell = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/shell.js"]}");
        await shell.InvokeVoidAsync("live");   // typed text kept from before a reload may come back now
    }

    private void Recover() => boundary?.Recover();
}
