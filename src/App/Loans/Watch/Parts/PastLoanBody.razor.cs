using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Loans.Watch.Queries;
using CrmStudio.App.Loans.Watch.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Watch.Parts;

/// <summary>A funded loan under watch: in the panel beside the list, and on the loan's own record.</summary>
public partial class PastLoanBody(EnterValue enter, StopWatch stop)
{
    private Refusal? formRefusal;
    private ValueDraft draft = new();
    private ReasonDialog reason = default!;
    private bool isEntering, isBusy;

    /// <summary>The loan.</summary>
    [Parameter, EditorRequired] public PastLoan Loan { get; set; } = default!;

    /// <summary>Something was saved, or refused.</summary>
    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    private void BeginEntering() => (isEntering, formRefusal, draft) = (true, null, new ValueDraft { On = Loan.Today });

    private async Task EnterAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await enter.RunAsync(new(Loan.LoanId, draft.Value, draft.On, draft.Source), CancellationToken.None);
        (isBusy, formRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;   // what was typed stays, with the reason beside it
        isEntering = false;
        await OnSaved.InvokeAsync(outcome);
    }

    private async Task StopAsync()
    {
        if (isBusy) return;
        if (await reason.AskAsync($"Stop watching {Loan.Borrower}?", "Paid off, sold, or not wanted: the list says why it is not watched.", "Stop watching") is { } because) await SetAsync(true, because);
    }

    private Task GoOnAsync() => SetAsync(false, null);

    private async Task SetAsync(bool isStopped, string? because)
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await stop.RunAsync(new(Loan.LoanId, isStopped, because), CancellationToken.None);
        isBusy = false;
        await OnSaved.InvokeAsync(outcome);
    }

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;

    private sealed class ValueDraft
    {
        public decimal? Value { get; set; }

        public DateOnly? On { get; set; }

        public string? Source { get; set; }
    }
}
