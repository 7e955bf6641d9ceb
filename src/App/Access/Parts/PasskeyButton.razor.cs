using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Access.Parts;

/// <summary>A form that is filled in by a passkey.</summary>
public partial class PasskeyButton
{
    /// <summary>Name of the form.</summary>
    [Parameter, EditorRequired] public string FormName { get; set; } = "";

    /// <summary>Name of the page's property that takes the answer.</summary>
    [Parameter, EditorRequired] public string Field { get; set; } = "";

    /// <summary>The words on the button.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Where the form goes; the page itself unless said.</summary>
    [Parameter] public string? Action { get; set; }

    /// <summary>Whether a passkey is made rather than shown.</summary>
    [Parameter] public bool IsNew { get; set; }

    /// <summary>What to do with the answer.</summary>
    [Parameter] public EventCallback OnShown { get; set; }

    /// <summary>Further fields.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }
}
