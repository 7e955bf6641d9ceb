using CrmStudio.App.Hosting;
using CrmStudio.App.Loans.Papers.Queries;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Loans.Papers.Parts;

/// <summary>The conditions of a loan, by the step they hold up.</summary>
public partial class ConditionsTab(LoanConditionsQuery query, ViewerClock clock)
{
    private LoanConditions? conditions;
    private Refusal? refusal;
    private bool isAdding;

    protected override async Task OnParametersSetAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Loan.Id, Leaving);
        (conditions, refusal) = (read.Value, read.Refusal);
    }

    private async Task AddedAsync(Outcome<Changed> outcome)
    {
        if (outcome.IsDone) isAdding = false;
        await OnSaved.InvokeAsync(outcome);
    }
}
