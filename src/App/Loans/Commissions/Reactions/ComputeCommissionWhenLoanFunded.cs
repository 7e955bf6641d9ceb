using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Commissions.Reactions;

/// <summary>Computes the commission as soon as a loan has funded. Where no plan holds yet, somebody does it later by hand.</summary>
public sealed class ComputeCommissionWhenLoanFunded : IReaction<LoanFunded>
{
    public async Task RunAsync(LoanFunded happened, CrmUnit unit, CancellationToken ct)
    {
        if (await unit.Db.Loans.AsNoTracking().SingleOrDefaultAsync(loan => loan.Id == happened.LoanId, ct) is { } loan)
            await CommissionDesk.ComputeAsync(unit, loan, await CommissionDesk.OfAsync(unit, loan.Id, ct), ct);
    }
}
