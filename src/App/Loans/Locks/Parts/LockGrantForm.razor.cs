using CrmStudio.App.Loans.Locks.Queries;
using CrmStudio.App.Loans.Locks.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Locks;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Locks.Parts;

/// <summary>Locks what was asked for, or what the desk can give.</summary>
public partial class LockGrantForm(LockRate lockRate)
{
    private LockDraft draft = new();
    private Refusal? refusal;
    private bool isBusy;

    [Parameter, EditorRequired] public Guid LoanId { get; set; }

    [Parameter, EditorRequired] public LoanLock View { get; set; } = default!;

    /// <summary>The request.</summary>
    [Parameter, EditorRequired] public RateLockLine Asked { get; set; } = default!;

    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    protected override void OnInitialized() => draft = LockDraft.Of(Asked.Terms, View.Today);

    private async Task LockAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await lockRate.RunAsync(new(LoanId, Asked.Id, new LockGiven(draft.ToTerms(), draft.Price, draft.Reference), draft.On), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (outcome.IsDone) await OnSaved.InvokeAsync(outcome);
    }

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;
}
