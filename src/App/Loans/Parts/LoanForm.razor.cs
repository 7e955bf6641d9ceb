using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Shell.Drafts;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Parts;

/// <summary>
/// Changes the facts of a loan. A refusal stands at its field and nothing typed is lost; what somebody else saved meanwhile is kept, or
/// shown beside one's own where both changed the same field.
/// </summary>
public partial class LoanForm(EditLoan edit, LoanDetailQuery details, Toasts toasts)
{
    private LoanFormDraft draft = new(), was = new();
    private Refusal? refusal;
    private LoanConflictDialog conflict = default!;
    private bool isBusy;
    private uint seen;
    private DraftKeeper keeper = default!;

    [Parameter, EditorRequired] public LoanDetail Loan { get; set; } = default!;

    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>Name of the form in the member's drafts.</summary>
    public static string FormOf(Guid loanId) => $"loans.edit:{loanId}";

    protected override void OnInitialized() => Begin();

    /// <summary>From what is saved: nothing typed, nothing refused.</summary>
    private void Begin() => (draft, was, seen, refusal) = (LoanFormDraft.Of(Loan), LoanFormDraft.Of(Loan), Loan.Version, null);

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await SaveOverAsync();
        (isBusy, refusal) = (false, outcome?.Refusal);
        if (outcome is not { IsDone: true } done) return;
        await keeper.DoneAsync();
        await OnSaved.InvokeAsync(done);
    }

    /// <summary>Saves, over what others saved meanwhile as often as they do; null when the question about it was closed.</summary>
    private async Task<Outcome<Changed>?> SaveOverAsync()
    {
        while (true)
        {
            var outcome = await edit.RunAsync(draft.ToInput(Loan.Id, seen), CancellationToken.None);
            if (outcome.Refusal != Refusal.ChangedMeanwhile) return outcome;
            var read = await details.ReadAsync(Loan.Id, CancellationToken.None);
            if (!read.IsDone) return read.Refusal;
            if (!await SettleAsync(read.Value)) return null;
        }
    }

    /// <summary>Takes over what only others changed, and asks about the rest; false when the question was closed.</summary>
    private async Task<bool> SettleAsync(LoanDetail now)
    {
        var theirs = LoanFormDraft.Of(now);
        var merge = LoanFormMerge.Of(was, draft, theirs);
        IReadOnlySet<LoanFormField>? mine = new HashSet<LoanFormField>();
        if (merge.Disputed.Count > 0 && (mine = await conflict.AskAsync(merge.Disputed, draft, theirs, now)) is null) return false;

        foreach (var field in merge.Theirs.Concat(merge.Disputed).Where(field => !mine.Contains(field))) field.Take(draft, theirs);
        (was, seen) = (theirs, now.Version);
        if (merge.Theirs.Count > 0) toasts.Done($"Kept what somebody else changed meanwhile: {string.Join(", ", merge.Theirs.Select(field => field.Label))}");
        return true;
    }

    private async Task CancelAsync()
    {
        await keeper.DoneAsync();
        await OnClose.InvokeAsync();
    }
}
