using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.UseCases;

/// <summary>Takes back a disclosure that was recorded by mistake: the last of its kind, so that no version is missing between others.</summary>
public sealed class RemoveDisclosure(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid DisclosureId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.remove-disclosure", LoanPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;

        var loans = unit.Db.Loans.VisibleTo(me, LoanPermissions.Edit);
        var disclosure = await unit.Db.Disclosures.SingleOrDefaultAsync(d => d.Id == input.DisclosureId && loans.Any(loan => loan.Id == d.LoanId), ct);
        if (disclosure is null) return Refusal.NotFound;
        if (await unit.Db.Disclosures.AnyAsync(later => later.LoanId == disclosure.LoanId && later.Kind == disclosure.Kind && later.Number > disclosure.Number, ct)) return ClockRefusals.LaterVersion;
        if (disclosure is { Kind: DisclosureKind.LoanEstimate, IsRevised: false }) (await unit.Db.Loans.SingleAsync(loan => loan.Id == disclosure.LoanId, ct)).TakeBackEstimate();
        disclosure.TakeBack();
        unit.Db.Disclosures.Remove(disclosure);

        var summary = $"Took back {disclosure.RecordName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
