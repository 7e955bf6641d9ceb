using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>Counts and adds up at most one loan more than the cap, so that a large list costs no more than a small one.</summary>
internal static class LoanGridFoot
{
    public static async Task<LoanGridFigures> ReadAsync(CrmDbContext db, IQueryable<Loan> loans, DateOnly today, bool amounts, CancellationToken ct)
    {
        var soon = today.AddDays(LoanGridFigures.SoonDays);
        var figures = amounts ? await SummedAsync(db, loans, today, soon, ct) : await CountedAsync(loans, today, soon, ct);
        if (figures is null) return new(0, amounts ? 0 : null, amounts ? 0 : null, null, null, null, 0);
        return figures.IsCapped ? figures with { Sum = null, Weighted = null, Average = null, AverageLtv = null } : figures;
    }

    private static Task<LoanGridFigures?> SummedAsync(CrmDbContext db, IQueryable<Loan> loans, DateOnly today, DateOnly soon, CancellationToken ct) => loans
        .Select(loan => new
        {
            loan.LockExpiresOn, loan.ClosingOn, loan.Amount,
            Probability = db.PipelineStages.Where(stage => stage.Id == loan.StageId).Select(stage => stage.Probability).Single(),
            Value = loan.Purpose == LoanPurpose.Purchase && loan.PurchasePrice != null && (loan.AppraisedValue == null || loan.PurchasePrice < loan.AppraisedValue) ? loan.PurchasePrice : loan.AppraisedValue,
        })
        .Take(LoanGridFigures.Cap + 1)
        .GroupBy(_ => 1)
        .Select(all => new LoanGridFigures(
            all.Count(), all.Sum(row => row.Amount) ?? 0, all.Sum(row => row.Amount * row.Probability / 100m) ?? 0, all.Average(row => row.Amount),
            all.Average(row => row.Value > 0 ? row.Amount / row.Value * 100m : null), all.Min(row => row.LockExpiresOn), all.Count(row => row.ClosingOn >= today && row.ClosingOn <= soon)))
        .SingleOrDefaultAsync(ct);

    private static Task<LoanGridFigures?> CountedAsync(IQueryable<Loan> loans, DateOnly today, DateOnly soon, CancellationToken ct) => loans
        .Select(loan => new { loan.LockExpiresOn, loan.ClosingOn })
        .Take(LoanGridFigures.Cap + 1)
        .GroupBy(_ => 1)
        .Select(all => new LoanGridFigures(all.Count(), null, null, null, null, all.Min(row => row.LockExpiresOn), all.Count(row => row.ClosingOn >= today && row.ClosingOn <= soon)))
        .SingleOrDefaultAsync(ct);
}
