using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Loans.Locks.Queries;
using CrmStudio.App.Loans.Locks.UseCases;
using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;

namespace CrmStudio.App.Loans.Locks.Parts;

/// <summary>The lock of a loan: what stands, what waits at the desk, what can be done, and what was.</summary>
public partial class LockTab(LoanLockQuery query, CancelLock cancel, DeclineLock decline, WithdrawLockRequest withdraw)
{
    private LoanLock? view;
    private Refusal? refusal;
    private ReasonDialog why = default!;
    private bool isExtending, isBusy;

    private (string Word, Tone Tone) Standing => view!.Status switch
    {
        LockStatus.Floating => ("Floating", Tone.Plain),
        LockStatus.Cancelled => ("Cancelled, floating", Tone.Plain),
        var status => LockWords.Of(status == LockStatus.Relocked ? LockStatus.Locked : status, view.Current?.IsRelock ?? status == LockStatus.Relocked, wasLocked: true),
    };

    protected override async Task OnParametersSetAsync()
    {
        var read = await query.ReadAsync(Loan.Id, Leaving);
        // What waits for an answer is opened once, and stays as the reader leaves it.
        if (view is null) isExtending = read.Value is { MayDesk: true, IsLocked: true, Current.MoreDays: not null };
        (view, refusal) = (read.Value, read.Refusal);
    }

    private async Task SavedAsync(Outcome<Changed> outcome)
    {
        isExtending = false;
        await OnSaved.InvokeAsync(outcome);
    }

    private async Task CancelAsync()
    {
        if (await why.AskAsync($"Cancel the lock of {Loan.BorrowerName}?", "The rate floats from then on. The history keeps the lock and the reason.", "Cancel the lock") is { } reason)
            await SavedAsync(await cancel.RunAsync(new(Loan.Id, view!.Current?.Id, reason), CancellationToken.None));
    }

    private async Task DeclineAsync()
    {
        var what = view!.Current!.MoreDays is { } days ? LockWords.Days(days) + " more" : "the lock";
        if (await why.AskAsync($"Decline {what} for {Loan.BorrowerName}?", "Whoever asked is told. The history keeps the reason.", "Decline") is { } reason)
            await SavedAsync(await decline.RunAsync(new(Loan.Id, view!.Current!.Id, reason), CancellationToken.None));
    }

    private async Task WithdrawAsync()
    {
        if (isBusy) return;
        isBusy = true;
        await SavedAsync(await withdraw.RunAsync(new(Loan.Id, view!.Current!.Id), CancellationToken.None));
        isBusy = false;
    }
}
