using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Loans.Watch.Queries;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Watch.Parts;

/// <summary>The panel beside the list of funded loans.</summary>
public partial class PastLoanPeek(PastLoanQuery query, UndoToast undo, Toasts toasts)
{
    private PastLoan? loan;
    private Refusal? refusal;

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
}
