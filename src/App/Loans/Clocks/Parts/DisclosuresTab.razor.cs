using CrmStudio.App.Loans.Clocks.Queries;
using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Loans.Clocks.Parts;

/// <summary>What went out, when it counts as received, and a form for the next.</summary>
public partial class DisclosuresTab(LoanDisclosuresQuery query, ReceiveDisclosure receive, RemoveDisclosure remove)
{
    private LoanDisclosures? view;
    private Refusal? refusal, formRefusal;
    private Guid? receiving;
    private DateOnly receivedOn;
    private string? evidence;
    private bool isBusy;

    protected override async Task OnParametersSetAsync()
    {
        var read = await query.ReadAsync(Loan.Id, Leaving);
        (view, refusal) = (read.Value, read.Refusal);
    }

    private void StartReceiving(DisclosureLine line) => (receiving, receivedOn, evidence, formRefusal) = (line.Id, view!.Today, null, null);

    private async Task ReceiveAsync(DisclosureLine line)
    {
        if (await DoAsync(() => receive.RunAsync(new(line.Id, receivedOn, evidence), CancellationToken.None))) receiving = null;
    }

    private async Task<bool> DoAsync(Func<Task<Outcome<Changed>>> act)
    {
        if (isBusy) return false;
        isBusy = true;
        var outcome = await act();
        (isBusy, formRefusal) = (false, outcome.Refusal);
        if (outcome.Refusal?.Field is null) await OnSaved.InvokeAsync(outcome);
        return outcome.IsDone;
    }

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;

    private string Day(DateOnly day) => LoanWords.Day(day, view!.Today);
}
