using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Access.Parts;

/// <summary>The frame of a page before the app.</summary>
public partial class Door
{
    /// <summary>The first heading.</summary>
    [Parameter, EditorRequired] public string Heading { get; set; } = "";

    /// <summary>One sentence below it.</summary>
    [Parameter] public string? Lead { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }
}
