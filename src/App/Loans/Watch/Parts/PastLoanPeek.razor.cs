using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Loans.Watch.Queries;
using CrmStudio.App.Loans.Watch.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Watch.Parts;

/// <summary>The panel beside the list: why somebody would gain or not, every number with its way, and the message to them.</summary>
public partial class PastLoanPeek(PastLoanQuery query, EnterValue enter, StopWatch stop, UndoToast undo, Toasts toasts)
{
    private PastLoan? loan;
    private Refusal? refusal, formRefusal;
    private ValueDraft draft = new();
    private ReasonDialog reason = default!;
    private bool isEntering, isBusy;

    /// <summary>The loan.</summary>
    [Parameter, EditorRequired] public Guid LoanId { get; set; }

    /// <summary>The panel is to close.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>The loan before (-1) or after (1) is wanted.</summary>
    [Parameter] public EventCallback<int> OnStep { get; set; }

    /// <summary>Something changed that the list shows too.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    protected override Task OnInitializedAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(LoanId, Leaving);
        (loan, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    private async Task SavedAsync(Outcome<Changed> outcome)
    {
        if (outcome.Value is { UndoId: null } done) toasts.Done(done.Summary);
        undo.Show(outcome, AllAsync);
        await AllAsync();
    }

    private async Task AllAsync()
    {
        await ReloadAsync();
        await OnChanged.InvokeAsync();
    }

    private void BeginEntering() => (isEntering, formRefusal, draft) = (true, null, new ValueDraft { On = loan!.Today });

    private async Task EnterAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await enter.RunAsync(new(LoanId, draft.Value, draft.On, draft.Source), CancellationToken.None);
        (isBusy, formRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;   // what was typed stays, with the reason beside it
        isEntering = false;
        await SavedAsync(outcome);
    }

    private async Task StopAsync()
    {
        if (isBusy) return;
        if (await reason.AskAsync($"Stop watching {loan!.Borrower}?", "Paid off, sold, or not wanted: the list says why it is not watched.", "Stop watching") is not { } because) return;
        isBusy = true;
        var outcome = await stop.RunAsync(new(LoanId, true, because), CancellationToken.None);
        isBusy = false;
        await SavedAsync(outcome);
    }

    private async Task GoOnAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await stop.RunAsync(new(LoanId, false, null), CancellationToken.None);
        isBusy = false;
        await SavedAsync(outcome);
    }

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;

    private sealed class ValueDraft
    {
        public decimal? Value { get; set; }

        public DateOnly? On { get; set; }

        public string? Source { get; set; }
    }
}
