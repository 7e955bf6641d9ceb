using CrmStudio.App.Access.Queries;
using CrmStudio.App.Access.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Access.Pages;

/// <summary>Where the organization says how it stands on paper.</summary>
public partial class LetterheadPage(LetterheadQuery query, WriteLetterhead write, UndoToast toast)
{
    private LetterheadView? view;
    private Refusal? refusal, formRefusal;
    private Draft draft = new();
    private bool isBusy;

    /// <summary>Why the logo was not taken; the upload is a request of its own.</summary>
    [SupplyParameterFromQuery] public string? Refused { get; set; }

    protected override Task OnInitializedAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (view, refusal, formRefusal) = (read.Value, read.Refusal, null);
        if (view is { Text: var text })
            draft = new Draft { LegalName = text.LegalName, NmlsId = text.NmlsId, Street = text.Street, Town = text.Town, Phone = text.Phone, Web = text.Web, Color = text.Color, FinePrint = text.FinePrint };
        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await write.RunAsync(new LetterheadText(draft.LegalName, draft.NmlsId, draft.Street, draft.Town, draft.Phone, draft.Web, draft.Color ?? "", draft.FinePrint), CancellationToken.None);
        (isBusy, formRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;   // what was typed stays, with the reason beside it
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;

    private sealed class Draft
    {
        public string? LegalName { get; set; }

        public string? NmlsId { get; set; }

        public string? Street { get; set; }

        public string? Town { get; set; }

        public string? Phone { get; set; }

        public string? Web { get; set; }

        public string? Color { get; set; }

        public string? FinePrint { get; set; }
    }
}
