using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Shell.Drafts;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Pages;

/// <summary>Opens a loan by hand.</summary>
public partial class OpenLoanPage(OpenLoan open, NavigationManager navigation)
{
    private Draft draft = new();
    private DraftKeeper keeper = default!;
    private Refusal? refusal;
    private bool isBusy;

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await open.RunAsync(new(draft.FirstName, draft.LastName, draft.Email, draft.Phone, draft.Amount, draft.Purpose), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;
        await keeper.DoneAsync();
        navigation.NavigateTo(LoanUrls.For(outcome.Value));
    }

    private sealed class Draft
    {
        public string FirstName { get; set; } = "";

        public string LastName { get; set; } = "";

        public string? Email { get; set; }

        public string? Phone { get; set; }

        public decimal? Amount { get; set; }

        public LoanPurpose? Purpose { get; set; }
    }
}
