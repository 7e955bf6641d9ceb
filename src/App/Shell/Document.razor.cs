using CrmStudio.App.Kit.Icon;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CrmStudio.App.Shell;

/// <summary>The HTML document every page is drawn into. The only component that may see the request.</summary>
public partial class Document
{
    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnInitialized() => Icons.Sheet = Assets["img/icons.svg"];

    private IComponentRenderMode? PageRenderMode => Context.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;

    /// <summary>What the member chose for the look, from a cookie, so the first paint is already right. Unknown words are ignored.</summary>
    private string? Choice(string cookie, params string[] known) =>
        Context.Request.Cookies[cookie] is { } chosen && known.Contains(chosen) ? chosen : null;
}
