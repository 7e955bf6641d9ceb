using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.UseCases;

/// <summary>What became of several loans.</summary>
/// <param name="Count">Loans that moved or ended.</param>
/// <param name="Left">Those that stayed as they were, each with the reason.</param>
/// <param name="Changed">For the toast's Undo; null when nothing changed.</param>
public sealed record LoansMoved(int Count, IReadOnlyList<LoanLeft> Left, Changed? Changed)
{
    /// <summary>"Marisol Whitlock", or "3 loans".</summary>
    internal static string Named(IReadOnlyList<Loan> loans) => loans is [var only] ? only.BorrowerName : $"{loans.Count} loans";

    /// <summary>The loans with their open stays, and those the member sees but may not move.</summary>
    internal static async Task<(List<Loan> Loans, List<LoanLeft> Left)> ReadAsync(CrmUnit unit, CurrentMember me, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.ToArray();
        var loans = await unit.Db.Loans.VisibleTo(me, LoanPermissions.Advance).Where(loan => wanted.Contains(loan.Id))
            .Include(loan => loan.Visits.Where(visit => visit.LeftAt == null)).OrderBy(loan => loan.BorrowerName).ThenBy(loan => loan.Id).ToListAsync(ct);
        if (loans.Count == wanted.Distinct().Count()) return (loans, []);

        var others = wanted.Except(loans.Select(loan => loan.Id)).ToArray();
        var seen = await unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).Where(loan => others.Contains(loan.Id)).OrderBy(loan => loan.BorrowerName)
            .Select(loan => new LoanLeft(loan.Id, loan.BorrowerName, "Your role lets you see this loan but not move it.")).ToListAsync(ct);
        return (loans, [.. seen, .. others.Except(seen.Select(loan => loan.LoanId)).Select(id => new LoanLeft(id, "A loan", Refusal.NotFound.Message))]);
    }

    /// <summary>Saves what changed, as one change that can be undone.</summary>
    internal static async Task<Outcome<LoansMoved>> SaveAsync(CrmUnit unit, string summary, List<Loan> moved, List<LoanLeft> left, CancellationToken ct)
    {
        if (moved.Count == 0) return new LoansMoved(0, left, null);
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new LoansMoved(moved.Count, left, new Changed(summary, unit.UndoId)) : saved.Refusal;
    }
}

/// <summary>A loan that stayed as it was.</summary>
public sealed record LoanLeft(Guid LoanId, string Borrower, string Why);
