using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CrmStudio.App.Shell;

/// <summary>The app around a page: navigation, top bar, toasts, and a face for faults.</summary>
public partial class MainLayout
{
    private ErrorBoundary? boundary;

    [CascadingParameter] private Microsoft.AspNetCore.Components.RouteData? Page { get; set; }

    private string? IsWide => Page?.PageType.IsDefined(typeof(WideCanvasAttribute), inherit: true) is true ? "" : null;

    /// <inheritdoc />
    protected override void OnParametersSet() => Recover();

    private void Recover() => boundary?.Recover();
}
