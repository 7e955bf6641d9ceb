using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Commissions;

/// <summary>Computes the commission of a funded loan inside of a unit: finds the plan, counts the officer's volume, notes every step.</summary>
public static class CommissionDesk
{
    /// <summary>The commission of a loan, with its lines; a new one when there is none yet.</summary>
    public static async Task<Commission> OfAsync(CrmUnit unit, Guid loanId, CancellationToken ct) =>
        await unit.Db.Commissions.Include(commission => commission.Lines).SingleOrDefaultAsync(commission => commission.LoanId == loanId, ct) ?? new Commission(loanId);

    /// <summary>Computes, or computes anew; the caller saves.</summary>
    public static async Task<Outcome> ComputeAsync(CrmUnit unit, Loan loan, Commission commission, CancellationToken ct)
    {
        if (loan.FundedOn is not { } fundedOn) return CommissionRefusals.NotFunded;
        if (loan is not { Amount: { } amount, OfficerId: { } officerId }) return CommissionRefusals.FactsMissing;
        if (await PlanOfAsync(unit, officerId, ct) is not { } plan) return CommissionRefusals.NoPlan;

        var (loans, volume) = await VolumeAsync(unit, loan, officerId, CommissionMath.PeriodStart(plan.Terms.Period, fundedOn), fundedOn, ct);
        var paid = await PaidAsync(unit, loan, officerId, fundedOn, ct);
        var of = new CommissionCase(amount, fundedOn, loan.Source, loans + 1, volume + amount, paid, officerId, loan.ProcessorId, commission.ReferrerId);
        if (commission.Take(plan, of, CommissionMath.Compute(plan.Terms, of), unit.At) is { IsDone: false } settled) return settled;
        if (unit.Db.Entry(commission).State == EntityState.Detached) unit.Db.Commissions.Add(commission);
        return Outcome.Done;
    }

    private static async Task<CommissionPlan?> PlanOfAsync(CrmUnit unit, Guid officerId, CancellationToken ct)
    {
        var assigned = unit.Db.CommissionAssignments.Where(assignment => assignment.MemberId == officerId).Select(assignment => assignment.PlanId);
        return await unit.Db.CommissionPlans.AsNoTracking().Where(plan => plan.RetiredAt == null && (assigned.Contains(plan.Id) || plan.IsUsual)).OrderBy(plan => plan.IsUsual).FirstOrDefaultAsync(ct);
    }

    // Loans of one day count in the order of their ids, so that two of them are never both the fourth.
    private static async Task<(int Loans, decimal Volume)> VolumeAsync(CrmUnit unit, Loan loan, Guid officerId, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var before = await unit.Db.Loans.AsNoTracking()
            .Where(other => other.OfficerId == officerId && other.Id != loan.Id && other.FundedOn >= from && (other.FundedOn < to || (other.FundedOn == to && other.Id.CompareTo(loan.Id) < 0)))
            .GroupBy(_ => 1).Select(group => new { Loans = group.Count(), Volume = group.Sum(other => other.Amount) ?? 0 }).SingleOrDefaultAsync(ct);
        return (before?.Loans ?? 0, before?.Volume ?? 0);
    }

    private static async Task<decimal> PaidAsync(CrmUnit unit, Loan loan, Guid officerId, DateOnly fundedOn, CancellationToken ct)
    {
        var yearStart = new DateOnly(fundedOn.Year, 1, 1);
        return await unit.Db.Commissions.Where(other => other.OfficerId == officerId && other.LoanId != loan.Id && other.FundedOn >= yearStart
            && (other.FundedOn < fundedOn || (other.FundedOn == fundedOn && other.LoanId.CompareTo(loan.Id) < 0))).SumAsync(other => other.Gross, ct);
    }
}
