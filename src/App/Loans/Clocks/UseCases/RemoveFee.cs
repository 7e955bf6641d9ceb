using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.UseCases;

/// <summary>Takes a fee off a loan.</summary>
public sealed class RemoveFee(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid FeeId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.remove-fee", LoanPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var loans = unit.Db.Loans.VisibleTo(me, LoanPermissions.Edit);
        var fee = await unit.Db.Fees.SingleOrDefaultAsync(f => f.Id == input.FeeId && loans.Any(loan => loan.Id == f.LoanId), ct);
        if (fee is null) return Refusal.NotFound;
        fee.TakeBack();
        unit.Db.Fees.Remove(fee);

        var summary = $"Removed the fee {fee.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
