using CrmStudio.App.Hosting;
using CrmStudio.App.Loans.Mismo.Queries;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Loans.Mismo.Parts;

/// <summary>The loan as a MISMO file, and the files it came from.</summary>
public partial class MismoPart(LoanMismoQuery query, ViewerClock viewer)
{
    private LoanMismo? view;
    private Refusal? refusal;

    protected override async Task OnParametersSetAsync()
    {
        var read = await query.ReadAsync(Loan.Id, Leaving);
        (view, refusal) = (read.Value, read.Refusal);
    }
}
