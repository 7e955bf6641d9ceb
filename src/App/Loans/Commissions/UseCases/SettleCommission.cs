using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Commissions.UseCases;

/// <summary>Settles a loan's commission: from then on it does not change.</summary>
public sealed class SettleCommission(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LoanId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.commissions.settle", CommissionPermissions.Settle, ct);
        if (unit.Refused is { } refused) return refused;

        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, CommissionPermissions.Settle).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        var commission = loan is null ? null : await unit.Db.Commissions.SingleOrDefaultAsync(c => c.LoanId == loan.Id, ct);
        if (commission is null) return Refusal.NotFound;
        if (commission.Settle(me.Id, unit.At) is { IsDone: false } settled) return settled.Refusal;

        var summary = $"Settled the commission of {loan!.BorrowerName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
