using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Loans.Watch.Queries;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Loans.Watch.Parts;

/// <summary>The watch on the record of a funded loan: the same as beside the list, and there on a phone too.</summary>
public partial class WatchTab(PastLoanQuery query, Toasts toasts)
{
    /// <summary>Key of the tab in addresses.</summary>
    public const string Key = "watch";

    private PastLoan? loan;
    private Refusal? refusal;

    protected override async Task OnParametersSetAsync()
    {
        var read = await query.ReadAsync(Loan.Id, Leaving);
        (loan, refusal) = (read.Value, read.Refusal);
    }

    private Task SavedAsync(Outcome<Changed> outcome)
    {
        if (outcome.Value is { UndoId: null } done) toasts.Done(done.Summary);
        return OnSaved.InvokeAsync(outcome);
    }
}
