using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.UseCases;

/// <summary>Adds a fee to a loan, or changes one.</summary>
public sealed class SaveFee(CrmWork work, CurrentMember me)
{
    /// <param name="FeeId">The fee; null for a new one.</param>
    /// <param name="SeenVersion">The version of it the person was looking at; a newer one refuses. Not asked of a new one.</param>
    public sealed record Input(Guid LoanId, Guid? FeeId, uint SeenVersion, FeeTerms Terms);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.save-fee", LoanPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Edit).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        var fee = input.FeeId is { } id ? await unit.Db.Fees.SingleOrDefaultAsync(f => f.Id == id && f.LoanId == loan.Id, ct) : new Fee(loan.Id);
        if (fee is null) return Refusal.NotFound;
        if (input.FeeId is not null && fee.Version != input.SeenVersion) return Refusal.ChangedMeanwhile;

        var intent = await unit.Db.LoanNotices.Where(notice => notice.LoanId == loan.Id && notice.Kind == NoticeKind.IntentToProceed).Select(notice => (DateOnly?)notice.HappenedOn).MinAsync(ct);
        if (fee.Set(input.Terms, intent) is { IsDone: false } wrong) return wrong.Refusal;
        if (input.FeeId is null) unit.Db.Fees.Add(fee);

        var summary = input.FeeId is null ? $"Added the fee {fee.Name}" : $"Changed the fee {fee.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
