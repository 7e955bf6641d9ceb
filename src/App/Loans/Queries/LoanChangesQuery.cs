using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>
/// What changed in the pipeline in a week: new, funded, lost, and closings that slipped or were pulled in. A closing that moved
/// is read from the audit trail, where every change stands with its value before and after.
/// </summary>
public sealed class LoanChangesQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Days the review looks back.</summary>
    public const int Days = 7;

    /// <summary>Lines of each kind.</summary>
    public const int MaxLines = 200;

    public async Task<Outcome<LoanChanges>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.changes", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var since = unit.At.AddDays(-Days);
        var today = me.DayOf(unit.At);
        var amounts = me.SeesAmounts();
        var loans = db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read);

        var opened = await loans.Where(loan => db.LoanStageVisits.Any(visit => visit.LoanId == loan.Id && visit.FromStageId == null && visit.EnteredAt >= since))
            .OrderBy(loan => loan.BorrowerName).ThenBy(loan => loan.Id).Take(MaxLines)
            .Select(loan => new LoanChange(loan.Id, loan.BorrowerName, amounts ? loan.Amount : null, loan.Source ?? "")).ToListAsync(ct);
        var funded = await loans.Where(loan => loan.FundedOn >= today.AddDays(-Days) && loan.EndedAt == null)
            .OrderBy(loan => loan.FundedOn).ThenBy(loan => loan.Id).Take(MaxLines)
            .Select(loan => new LoanChange(loan.Id, loan.BorrowerName, amounts ? loan.Amount : null, LoanWords.ShortDay(loan.FundedOn!.Value))).ToListAsync(ct);
        var lost = await loans.Where(loan => loan.EndedAt >= since)
            .OrderBy(loan => loan.EndedAt).ThenBy(loan => loan.Id).Take(MaxLines)
            .Select(loan => new LoanChange(
                loan.Id, loan.BorrowerName, amounts ? loan.Amount : null,
                db.PipelineEndings.Where(ending => ending.Id == loan.EndingId).Select(ending => ending.Name).FirstOrDefault() ?? "")).ToListAsync(ct);
        var moved = await ClosingsMovedAsync(unit, loans, since, amounts, ct);

        return new LoanChanges(
            opened, funded, lost,
            [.. moved.Where(change => change.To > change.From).Select(change => change.Line)],
            [.. moved.Where(change => change.To < change.From).Select(change => change.Line)],
            amounts);
    }

    private static async Task<List<(DateOnly From, DateOnly To, LoanChange Line)>> ClosingsMovedAsync(
        CrmUnit unit, IQueryable<Loan> loans, DateTimeOffset since, bool amounts, CancellationToken ct)
    {
        // The first value of the week against the present one, so that moving there and back is no change.
        var before = await unit.ClosingDaysBeforeAsync(since, MaxLines, ct);
        var ids = before.Keys.ToArray();
        var now = await loans.Where(loan => ids.Contains(loan.Id) && loan.EndedAt == null && loan.ClosingOn != null)
            .Select(loan => new { loan.Id, loan.BorrowerName, Amount = amounts ? loan.Amount : null, To = loan.ClosingOn!.Value }).ToListAsync(ct);
        return [.. now.Select(loan => (
                before[loan.Id], loan.To,
                new LoanChange(loan.Id, loan.BorrowerName, loan.Amount, $"{LoanWords.ShortDay(before[loan.Id])} to {LoanWords.ShortDay(loan.To)}")))
            .OrderBy(change => change.To)];
    }
}

/// <summary>A week of the pipeline. Amounts are null for who sees none.</summary>
public sealed record LoanChanges(
    IReadOnlyList<LoanChange> Opened, IReadOnlyList<LoanChange> Funded, IReadOnlyList<LoanChange> Lost,
    IReadOnlyList<LoanChange> Slipped, IReadOnlyList<LoanChange> PulledIn, bool SeesAmounts);

/// <summary>One loan that changed, and how, in a few words.</summary>
public sealed record LoanChange(Guid LoanId, string Borrower, decimal? Amount, string How);
