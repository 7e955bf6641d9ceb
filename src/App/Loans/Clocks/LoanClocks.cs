using CrmStudio.App.Compliance;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks;

/// <summary>Reads what the clocks of loans know: nothing at all for open loans whose six pieces are not in.</summary>
public sealed class LoanClocks(LenderRules rules, CurrentMember me)
{
    public async Task<LoanClock> ReadAsync(CrmUnit unit, Loan loan, CancellationToken ct) => (await ReadAsync(unit, [loan], ct))[loan.Id];

    /// <summary>The clocks of many loans, with as many questions as for one.</summary>
    public async Task<IReadOnlyDictionary<Guid, LoanClock>> ReadAsync(CrmUnit unit, IReadOnlyCollection<Loan> loans, CancellationToken ct)
    {
        var dates = await rules.ReadAsync(unit, ct);
        var today = me.DayOf(unit.At);
        return (await FilesAsync(unit, loans, dates, ct)).ToDictionary(file => file.Key, file => new LoanClock(file.Value, dates, today));
    }

    private async Task<Dictionary<Guid, ClockFile>> FilesAsync(CrmUnit unit, IReadOnlyCollection<Loan> loans, RuleDates dates, CancellationToken ct)
    {
        var db = unit.Db;
        var ids = loans.Where(loan => loan.ApplicationCompleteOn is not null || loan.EndingId is not null).Select(loan => loan.Id).ToArray();
        if (ids.Length == 0) return loans.ToDictionary(loan => loan.Id, loan => new ClockFile { Loan = loan });

        var disclosures = (await db.Disclosures.AsNoTracking().Where(disclosure => ids.Contains(disclosure.LoanId)).ToListAsync(ct)).ToLookup(disclosure => disclosure.LoanId);
        var notices = (await db.LoanNotices.AsNoTracking().Where(notice => ids.Contains(notice.LoanId)).ToListAsync(ct)).ToLookup(notice => notice.LoanId);
        var exempt = await db.HmdaRecords.AsNoTracking().Where(record => ids.Contains(record.LoanId) && (record.IsOpenEnd || record.IsReverse || record.IsBusinessPurpose)).Select(record => record.LoanId).ToListAsync(ct);
        var endings = loans.All(loan => loan.EndingId is null) ? [] : await db.PipelineEndings.AsNoTracking().ToDictionaryAsync(ending => ending.Id, ending => ending.Kind, ct);
        var denials = endings.Count == 0 ? [] : (await db.AdverseActions.AsNoTracking().Where(action => ids.Contains(action.LoanId)).OrderBy(action => action.CreatedAt).ToListAsync(ct));
        var cures = await CuresAsync(unit, [.. loans.Where(loan => loan.FundedOn is not null).Select(loan => loan.Id).Intersect(ids)], dates, ct);
        return loans.ToDictionary(loan => loan.Id, loan =>
        {
            var ending = loan.EndingId is { } id ? endings[id] : (EndingKind?)null;
            return new ClockFile
            {
                Loan = loan, Disclosures = [.. disclosures[loan.Id]], Notices = [.. notices[loan.Id]], IsExempt = exempt.Contains(loan.Id), Cure = cures.GetValueOrDefault(loan.Id),
                Ending = ending, EndedOn = loan.EndedAt is { } ended ? me.DayOf(ended) : null,
                AdverseAction = ending == EndingKind.Denied ? denials.LastOrDefault(action => action.LoanId == loan.Id) : null,
            };
        });
    }

    private async Task<Dictionary<Guid, decimal>> CuresAsync(CrmUnit unit, Guid[] funded, RuleDates dates, CancellationToken ct)
    {
        if (funded.Length == 0) return [];
        var fees = await unit.Db.Fees.AsNoTracking().Where(fee => funded.Contains(fee.LoanId)).ToListAsync(ct);
        var tenPercent = dates.Book.Number(ParameterNames.TenPercentTolerance, me.DayOf(unit.At));
        return fees.GroupBy(fee => fee.LoanId).ToDictionary(of => of.Key, of => FeeTolerance.Cure(FeeTolerance.Test(of, tenPercent)));
    }
}
