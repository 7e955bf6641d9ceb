using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Commissions.UseCases;

/// <summary>Computes a loan's commission anew, with the colleague who referred the borrower.</summary>
public sealed class ComputeCommission(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LoanId, Guid? ReferrerId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.commissions.compute", CommissionPermissions.Settle, ct);
        if (unit.Refused is { } refused) return refused;

        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, CommissionPermissions.Settle).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        if (input.ReferrerId is { } referrer && !await unit.Db.Members.AnyAsync(member => member.Id == referrer, ct)) return Refusal.NotFound;
        var commission = await CommissionDesk.OfAsync(unit, loan.Id, ct);
        if (commission.ReferredBy(input.ReferrerId) is { IsDone: false } settled) return settled.Refusal;
        if (await CommissionDesk.ComputeAsync(unit, loan, commission, ct) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = $"Computed the commission of {loan.BorrowerName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
