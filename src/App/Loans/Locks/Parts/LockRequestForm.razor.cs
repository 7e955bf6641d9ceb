using CrmStudio.App.Loans.Locks.Queries;
using CrmStudio.App.Loans.Locks.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Locks.Parts;

/// <summary>Asks the desk for a lock.</summary>
public partial class LockRequestForm(RequestLock request)
{
    private LockDraft draft = new();
    private Refusal? refusal;
    private bool isBusy;

    [Parameter, EditorRequired] public Guid LoanId { get; set; }

    [Parameter, EditorRequired] public LoanLock View { get; set; } = default!;

    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    // A relock starts from what was locked before, a first lock from what the loan says.
    protected override void OnInitialized()
    {
        var start = View.Past.FirstOrDefault(line => line.WasLocked) is { } before ? before.Terms with { Days = View.Suggested.Days } : View.Suggested;
        draft = LockDraft.Of(start, View.Today);
    }

    private async Task AskAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await request.RunAsync(new(LoanId, draft.ToTerms(), draft.Note), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (outcome.IsDone) await OnSaved.InvokeAsync(outcome);
    }
}
