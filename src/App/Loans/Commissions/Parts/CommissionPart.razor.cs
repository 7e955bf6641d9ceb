using System.Globalization;
using CrmStudio.App.Hosting;
using CrmStudio.App.Loans.Commissions.Queries;
using CrmStudio.App.Loans.Commissions.UseCases;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Loans.Commissions.Parts;

/// <summary>The commission of a loan, every step explained.</summary>
public partial class CommissionPart(LoanCommissionQuery query, ComputeCommission compute, SettleCommission settle, ViewerClock viewer)
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");
    private LoanCommission? view;
    private Refusal? refusal;
    private string referrer = "";
    private bool isBusy;

    protected override async Task OnParametersSetAsync()
    {
        var read = await query.ReadAsync(Loan.Id, Leaving);
        (view, refusal) = (read.Value, read.Refusal);
        referrer = view?.Commission?.ReferrerId?.ToString() ?? "";
    }

    private async Task ComputeAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await compute.RunAsync(new(Loan.Id, Guid.TryParse(referrer, out var id) ? id : null), CancellationToken.None);
        isBusy = false;
        await OnSaved.InvokeAsync(outcome);
    }

    private async Task SettleAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await settle.RunAsync(new(Loan.Id), CancellationToken.None);
        isBusy = false;
        await OnSaved.InvokeAsync(outcome);
    }

    private static string Cents(decimal amount) => amount.ToString("$#,##0.00", english);
}
