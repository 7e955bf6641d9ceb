using CrmStudio.App.Leads.Routing.Queries;
using CrmStudio.App.Leads.Routing.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Leads.Routing.Parts;

/// <summary>The ponds, and where they are written.</summary>
public partial class PondsPart(WriteLeadPond write, RemoveLeadPond remove, UndoToast toast)
{
    private bool isEditing, isBusy;
    private Guid? pondId, team;
    private string name = "";
    private Refusal? refusal;

    [Parameter, EditorRequired] public LeadRouting View { get; set; } = default!;

    /// <summary>Shows the page anew.</summary>
    [Parameter, EditorRequired] public Func<Task> Reload { get; set; } = default!;

    private void Edit(PondLine? pond) => (isEditing, pondId, name, team, refusal) = (true, pond?.Id, pond?.Name ?? "", pond?.TeamId, null);

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await write.RunAsync(new(pondId, name, team), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (outcome.Refusal?.Field is not null) return;   // what was typed stays, with the reason beside it
        isEditing = !outcome.IsDone;
        toast.Show(outcome, Reload);
        await Reload();
    }

    private async Task RemoveAsync(PondLine pond)
    {
        toast.Show(await remove.RunAsync(new(pond.Id), CancellationToken.None), Reload);
        await Reload();
    }
}
