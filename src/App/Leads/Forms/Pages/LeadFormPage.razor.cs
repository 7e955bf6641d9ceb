using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads.Forms;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Leads.Forms.Pages;

/// <summary>The page of a form: empty, as it was typed with the reason beside the field, or the thanks.</summary>
public partial class LeadFormPage
{
    [Parameter, EditorRequired] public OpenForm Open { get; set; } = default!;

    /// <summary>What was typed; nothing of it is lost.</summary>
    [Parameter, EditorRequired] public IReadOnlyDictionary<string, string> Typed { get; set; } = default!;

    [Parameter] public Refusal? Refused { get; set; }

    [Parameter] public bool IsSent { get; set; }

    /// <summary>When it was drawn, sealed.</summary>
    [Parameter, EditorRequired] public string Mark { get; set; } = "";

    /// <summary>What this drawing of the form calls its request: pressed twice, it is one.</summary>
    [Parameter, EditorRequired] public string Key { get; set; } = "";

    private LeadFormSetup Setup { get; set; } = default!;

    protected override void OnParametersSet() => Setup = Open.Form.Setup();

    private string? Of(string name) => Typed.GetValueOrDefault(name);

    private string? ErrorOf(string name) => Refused?.Field == name ? Refused.Message : null;
}
