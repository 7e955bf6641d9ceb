using CrmStudio.App.Compliance;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.Queries;

/// <summary>The fees of a loan by section, their tolerances, and what must be refunded by when.</summary>
public sealed class LoanFeesQuery(CrmWork work, LenderRules rules, CurrentMember me)
{
    public async Task<Outcome<LoanFees>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.read-fees", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).SingleOrDefaultAsync(l => l.Id == loanId, ct);
        if (loan is null) return Refusal.NotFound;
        var dates = await rules.ReadAsync(unit, ct);
        var fees = await unit.Db.Fees.AsNoTracking().Where(fee => fee.LoanId == loanId).OrderBy(fee => fee.CreatedAt).ThenBy(fee => fee.Id).ToListAsync(ct);
        var intent = await unit.Db.LoanNotices.Where(notice => notice.LoanId == loanId && notice.Kind == NoticeKind.IntentToProceed).Select(notice => (DateOnly?)notice.HappenedOn).MinAsync(ct);
        var refunded = await unit.Db.LoanNotices.Where(notice => notice.LoanId == loanId && notice.Kind == NoticeKind.ToleranceRefund).Select(notice => (DateOnly?)notice.HappenedOn).MinAsync(ct);
        var tenPercent = dates.Book.Parameter(ParameterNames.TenPercentTolerance, me.DayOf(unit.At))!;
        var tests = FeeTolerance.Test(fees, tenPercent.Number);
        return new LoanFees(
            loan.Id,
            [.. fees.GroupBy(fee => fee.Section).OrderBy(section => section.Key).Select(section => new FeeGroup(
                section.Key, [.. section.Select(fee => new FeeLine(fee.Id, fee.Version, new(fee.Section, fee.Name, fee.PaidTo, fee.Bucket, fee.Estimated, fee.Charged, fee.ImposedOn, fee.IsCreditReport), FeeTolerance.ExcessOf(fee)))],
                section.Sum(fee => fee.Estimated ?? 0), section.Sum(fee => fee.Charged ?? 0)))],
            tests, FeeTolerance.Cure(tests), loan.ClosingOn is { } closing ? dates.Deadline(RuleCodes.Cure, closing) : null, refunded, intent, tenPercent.Citation, dates.Book.Version,
            me.May(LoanPermissions.Edit) && loan.EndedAt is null);
    }
}

/// <summary>The fees of a loan.</summary>
/// <param name="CureBy">The last day of a refund, counted from the planned or held closing.</param>
/// <param name="RefundedOn">The day it was paid.</param>
/// <param name="IntentOn">The day the consumer said to proceed; before it no fee but that of a credit report is imposed.</param>
public sealed record LoanFees(
    Guid LoanId, IReadOnlyList<FeeGroup> Groups, IReadOnlyList<ToleranceTest> Tests, decimal Cure, RuleDate? CureBy, DateOnly? RefundedOn, DateOnly? IntentOn, string TenPercentCitation, string RulePack, bool MayEdit);

/// <summary>A section of the closing cost details.</summary>
public sealed record FeeGroup(FeeSection Section, IReadOnlyList<FeeLine> Fees, decimal Estimated, decimal Charged);

/// <summary>One fee, and what it adds to the refund by itself.</summary>
public sealed record FeeLine(Guid Id, uint Version, FeeTerms Terms, decimal Excess);
