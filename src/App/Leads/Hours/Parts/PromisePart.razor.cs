using CrmStudio.App.Leads.Hours.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads.Hours;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Leads.Hours.Parts;

/// <summary>Where an organization promises how soon it answers.</summary>
public partial class PromisePart(SetResponsePolicy set, UndoToast toast)
{
    private ResponseTerms? shown;
    private int? minutes, hot, escalate, reassign;
    private Refusal? refusal;
    private bool isBusy;

    /// <summary>What is promised now.</summary>
    [Parameter, EditorRequired] public ResponseTerms Terms { get; set; } = default!;

    /// <summary>Shows the page anew.</summary>
    [Parameter, EditorRequired] public Func<Task> Reload { get; set; } = default!;

    protected override void OnParametersSet()
    {
        if (shown == Terms) return;   // what is typed stays until something else is promised
        (shown, minutes, hot, escalate, reassign) = (Terms, Terms.Minutes, Terms.HotMinutes, Terms.EscalateAfter, Terms.ReassignAfter);
    }

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await set.RunAsync(new(new ResponseTerms(minutes, hot, escalate, reassign)), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (outcome.Refusal?.Field is not null) return;
        toast.Show(outcome, Reload);
        await Reload();
    }

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;
}
