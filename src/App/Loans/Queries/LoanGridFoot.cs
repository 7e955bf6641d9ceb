using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>
/// Counts at most one loan more than the cap, and adds up only what is below it, so that a large list costs no more than a small
/// one. One statement: where there are too many, PostgreSQL does not begin the second part.
/// </summary>
internal static class LoanGridFoot
{
    public static async Task<LoanGridFigures> ReadAsync(CrmDbContext db, IQueryable<Loan> loans, DateOnly today, bool amounts, CancellationToken ct)
    {
        var (orgId, soon) = (db.OrgId, today.AddDays(LoanGridFigures.SoonDays));
        var few = loans.Where(_ => loans.Take(LoanGridFigures.Cap + 1).Count() <= LoanGridFigures.Cap);
        var organization = db.Organizations.Where(one => one.Id == orgId);
        var foot = amounts
            ? await organization.Select(_ => new
            {
                Count = loans.Take(LoanGridFigures.Cap + 1).Count(),
                Sums = few.Join(db.PipelineStages, loan => loan.StageId, stage => stage.Id, (loan, stage) => new
                    {
                        loan.LockExpiresOn, loan.ClosingOn, loan.Amount, stage.Probability,
                        Value = loan.Purpose == LoanPurpose.Purchase && loan.PurchasePrice != null && (loan.AppraisedValue == null || loan.PurchasePrice < loan.AppraisedValue) ? loan.PurchasePrice : loan.AppraisedValue,
                    })
                    .GroupBy(_ => 1)
                    .Select(all => new LoanGridSums
                    {
                        Sum = all.Sum(row => row.Amount), Weighted = all.Sum(row => row.Amount * row.Probability / 100m), Average = all.Average(row => row.Amount),
                        AverageLtv = all.Average(row => row.Value > 0 ? row.Amount / row.Value * 100m : null), LocksSoonest = all.Min(row => row.LockExpiresOn),
                        ClosingSoon = all.Count(row => row.ClosingOn >= today && row.ClosingOn <= soon),
                        Amounts = all.Count(row => row.Amount != null), Ltvs = all.Count(row => row.Value > 0 && row.Amount != null),
                    }).FirstOrDefault(),
            }).SingleAsync(ct)
            : await organization.Select(_ => new
            {
                Count = loans.Take(LoanGridFigures.Cap + 1).Count(),
                Sums = few.GroupBy(_ => 1).Select(all => new LoanGridSums
                {
                    LocksSoonest = all.Min(loan => loan.LockExpiresOn), ClosingSoon = all.Count(loan => loan.ClosingOn >= today && loan.ClosingOn <= soon),
                }).FirstOrDefault(),
            }).SingleAsync(ct);

        if (foot.Count > LoanGridFigures.Cap) return new(foot.Count, null, null, null, null, null, null);
        var sums = foot.Sums ?? new();
        return new(foot.Count, amounts ? sums.Sum ?? 0 : null, amounts ? sums.Weighted ?? 0 : null, sums.Average, sums.AverageLtv, sums.LocksSoonest, sums.ClosingSoon) { Amounts = sums.Amounts, Ltvs = sums.Ltvs };
    }

    private sealed class LoanGridSums
    {
        public decimal? Sum { get; init; }

        public decimal? Weighted { get; init; }

        public decimal? Average { get; init; }

        public decimal? AverageLtv { get; init; }

        public DateOnly? LocksSoonest { get; init; }

        public int ClosingSoon { get; init; }

        public int Amounts { get; init; }

        public int Ltvs { get; init; }
    }
}
