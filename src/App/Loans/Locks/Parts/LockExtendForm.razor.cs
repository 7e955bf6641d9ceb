using CrmStudio.App.Loans.Locks.Queries;
using CrmStudio.App.Loans.Locks.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Locks;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Locks.Parts;

/// <summary>Moves the last day of a lock, or asks the desk to.</summary>
public partial class LockExtendForm(ExtendLock extend, AskForExtension ask)
{
    private Draft draft = new();
    private DateOnly? seenLast;
    private Refusal? refusal;
    private bool isBusy;

    [Parameter, EditorRequired] public Guid LoanId { get; set; }

    [Parameter, EditorRequired] public LoanLock View { get; set; } = default!;

    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    protected override void OnInitialized()
    {
        seenLast = View.ExpiresOn;
        var asked = View.Current?.MoreDays;
        if ((asked is { } days ? new ExtensionPrice(days, View.Rules.Terms.PriceOf(days) ?? 0) : View.Rules.Terms.Extensions.FirstOrDefault(Covers) ?? View.Rules.Terms.Extensions.LastOrDefault()) is { } start) Choose(start);
        draft.Reason = View.Current?.MoreReason;
    }

    // The shortest that reaches the disbursement, where the lock does not.
    private bool Covers(ExtensionPrice listed) => View.Cover is not { State: Domain.Loans.Clocks.PlanState.Missed } || listed.Days >= View.Short;

    private void Choose(ExtensionPrice listed) => (draft.Days, draft.Points) = (listed.Days, listed.Points);

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = View.MayDesk
            ? await extend.RunAsync(new(LoanId, View.Current?.Id, seenLast, draft.Days ?? 0, draft.Points ?? 0, draft.Reason), CancellationToken.None)
            : await ask.RunAsync(new(LoanId, View.Current?.Id, draft.Days ?? 0, draft.Reason), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (outcome.Refusal?.Code == LockRefusals.MovedMeanwhileCode) seenLast = View.ExpiresOn;   // both days were said: the next press means it
        if (outcome.IsDone) await OnSaved.InvokeAsync(outcome);
    }

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    private sealed class Draft
    {
        public int? Days { get; set; }

        public decimal? Points { get; set; }

        public string? Reason { get; set; }
    }
}
