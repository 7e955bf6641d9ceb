using CrmStudio.App.Loans.Locks.Queries;
using CrmStudio.App.Loans.Locks.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Loans.Locks.Pages;

/// <summary>The rules of the lock desk.</summary>
public partial class LockRulesPage(LockRulesQuery query, WriteLockRules write, UndoToast toast)
{
    private LockRulesView? view;
    private Refusal? refusal, formRefusal;
    private LockRulesDraft draft = new();
    private bool isBusy;

    protected override Task OnInitializedAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (view, refusal) = (read.Value, read.Refusal);
        if (view is not null) draft = LockRulesDraft.Of(view.Now, view.Today);
        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var typed = draft.ToTerms();
        var outcome = typed.IsDone ? await write.RunAsync(new(draft.EffectiveOn, draft.Source, typed.Value), CancellationToken.None) : typed.Refusal;
        (isBusy, formRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;   // what was typed stays, with the reason beside it
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;
}
