using CrmStudio.App.Access.Queries;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Access.Parts;

/// <summary>One's passkeys.</summary>
public partial class PasskeysPart
{
    [Parameter, EditorRequired] public Account Account { get; set; } = default!;

    [Parameter] public EventCallback OnAdd { get; set; }

    [Parameter] public EventCallback OnRemove { get; set; }
}
