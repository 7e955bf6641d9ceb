using CrmStudio.App.Compliance;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Credit;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.Queries;

/// <summary>The line of the loan/application register a loan would be, and what the register would not take.</summary>
public sealed class HmdaQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<HmdaView>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.read-hmda", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var db = unit.Db;
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).SingleOrDefaultAsync(l => l.Id == loanId, ct);
        if (loan is null) return Refusal.NotFound;
        var record = await db.HmdaRecords.AsNoTracking().SingleOrDefaultAsync(r => r.LoanId == loanId, ct);
        var lei = (await LenderRules.ProfileAsync(unit, ct)).Lei;
        var terms = record?.Terms() ?? new HmdaTerms { Uli = lei is null ? null : CheckDigits.UliFor(lei, loan.Number), TotalUnits = 1 };
        var ending = loan.EndingId is { } id ? await db.PipelineEndings.Where(e => e.Id == id).Select(e => (EndingKind?)e.Kind).SingleAsync(ct) : null;
        var denial = ending == EndingKind.Denied ? await db.AdverseActions.AsNoTracking().Where(action => action.LoanId == loanId).OrderByDescending(action => action.CreatedAt).FirstOrDefaultAsync(ct) : null;
        var fees = await db.Fees.AsNoTracking().Where(fee => fee.LoanId == loanId).ToListAsync(ct);
        var entry = HmdaEntry.Of(loan, terms, ending, loan.EndedAt is { } ended ? me.DayOf(ended) : null, denial, fees);
        // The score is the officer's to see here; others read scores where each reading is written down.
        var seesScore = loan.OfficerId == me.Id && me.May(CreditPermissions.Scores);
        return new HmdaView(loan.Id, seesScore ? entry : entry with { Terms = terms with { CreditScore = null } }, HmdaEdits.Check(entry), record is not null, lei, me.May(LoanPermissions.Edit), HidesScore: !seesScore && terms.CreditScore is not null);
    }
}

/// <summary>A line of the register and its findings.</summary>
/// <param name="IsKept">Whether anything was written for the register yet.</param>
/// <param name="HidesScore">Whether a credit score is kept that this reader is not shown.</param>
public sealed record HmdaView(Guid LoanId, HmdaEntry Entry, IReadOnlyList<HmdaFinding> Findings, bool IsKept, string? Lei, bool MayEdit, bool HidesScore);
