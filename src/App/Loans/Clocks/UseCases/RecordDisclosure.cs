using CrmStudio.App.Compliance;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.UseCases;

/// <summary>Records a Loan Estimate or Closing Disclosure that went out, or says which rule it breaks.</summary>
public sealed class RecordDisclosure(CrmWork work, LenderRules rules, CurrentMember me)
{
    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(DisclosureDraft draft, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.record-disclosure", LoanPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;

        var loan = await unit.Db.Loans.VisibleTo(me, LoanPermissions.Edit).SingleOrDefaultAsync(l => l.Id == draft.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        var known = await unit.Db.Disclosures.AsNoTracking().Where(disclosure => disclosure.LoanId == loan.Id).ToListAsync(ct);
        var hasIntent = await unit.Db.LoanNotices.AnyAsync(notice => notice.LoanId == loan.Id && notice.Kind == NoticeKind.IntentToProceed, ct);
        var recorded = Disclosure.Record(draft, known, hasIntent, await rules.ReadAsync(unit, ct), me.DayOf(unit.At), by: me.Id);
        if (!recorded.IsDone) return recorded.Refusal;
        unit.Db.Disclosures.Add(recorded.Value);
        if (recorded.Value.Kind == DisclosureKind.LoanEstimate) loan.SendEstimate(recorded.Value.SentOn);

        var summary = $"Recorded {recorded.Value.RecordName} of {loan.BorrowerName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
