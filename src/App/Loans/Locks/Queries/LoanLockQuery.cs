using CrmStudio.App.Loans.Clocks;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Locks.Queries;

/// <summary>The lock of a loan with its history, what the desk's rules say about it, and what it means for the clocks.</summary>
public sealed class LoanLockQuery(CrmWork work, LoanClocks clocks, CurrentMember me)
{
    public async Task<Outcome<LoanLock>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.locks.read", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var (db, today) = (unit.Db, me.DayOf(unit.At));
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).SingleOrDefaultAsync(one => one.Id == loanId, ct);
        if (loan is null) return Refusal.NotFound;
        var locks = await db.RateLocks.AsNoTracking().Include(one => one.Extensions).Where(one => one.LoanId == loanId).OrderByDescending(one => one.Place).ToListAsync(ct);
        var people = locks.SelectMany(one => new[] { one.RequestedBy, one.LockedBy, one.ClosedBy, one.MoreAskedBy }.OfType<Guid>().Concat(one.Extensions.Select(extension => extension.ExtendedBy))).Distinct().ToArray();
        var names = await db.Members.Where(member => people.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.FirstName + " " + member.LastName, ct);
        var rules = await LockRules.ReadAsync(unit, today, ct);
        var clock = await clocks.ReadAsync(unit, loan, ct);

        var isOver = !loan.IsOpen || loan.FundedOn is not null;
        var lines = locks.ConvertAll(one => LineOf(one, names, me.SeesAmounts() ? loan.Amount : null));
        return new LoanLock(
            today, loan.LockStatus, loan.IsLocked, loan.NoteRate, loan.LockedOn, loan.LockExpiresOn, loan.LockDaysLeft(today), me.SeesAmounts() ? loan.Amount : null,
            lines.SingleOrDefault(line => line.ClosedAt is null), [.. lines.Where(line => line.ClosedAt is not null)], rules,
            new LockTerms(loan.Product ?? "", loan.NoteRate ?? 0, 0, DaysToCover(loan, clock, rules.Terms, today)),
            locks.FirstOrDefault(one => one is { WasLocked: true, ClosedAt: not null }) is { } before && HoldsWorstCase(before, rules.Terms, today) ? LockRefusals.WorstCase(before, rules.Terms).Message : null,
            clock.Lines().FirstOrDefault(line => line.Key == RuleCodes.EstimateAfterLock),
            loan is { IsLocked: true, ClosingOn: { } closing } ? clock.Plan(closing)["lock"] : null,
            loan is { LockExpiresOn: { } last, ClosingOn: { } planned } ? Math.Max(0, clock.DisbursementOn(planned).DayNumber - last.DayNumber) : 0,
            !isOver && await db.Loans.VisibleTo(me, LockPermissions.Request).AnyAsync(one => one.Id == loanId, ct),
            !isOver && await db.Loans.VisibleTo(me, LockPermissions.Desk).AnyAsync(one => one.Id == loanId, ct), isOver);
    }

    /// <summary>The shortest span that is sold and reaches the day the money goes out; the longest where none does.</summary>
    private static int DaysToCover(Loan loan, LoanClock clock, LockPolicyTerms policy, DateOnly today)
    {
        if (loan.ClosingOn is not { } closing || closing < today) return policy.Days.Contains(30) ? 30 : policy.Days[0];
        var needed = clock.DisbursementOn(closing).DayNumber - today.DayNumber;
        return policy.Days.Where(days => days >= needed).DefaultIfEmpty(policy.Days[^1]).Min();
    }

    private static bool HoldsWorstCase(RateLock before, LockPolicyTerms policy, DateOnly today) => policy.WorstCaseDays > 0 && today <= before.ClosedOn?.AddDays(policy.WorstCaseDays);

    private static RateLockLine LineOf(RateLock one, Dictionary<Guid, string> names, decimal? amount)
    {
        return new RateLockLine(
            one.Id, one.Place, one.Status, one.IsRelock, one.WasLocked, one.Holds, new LockTerms(one.Product, one.Rate, one.Points, one.Days), one.Note, Who(one.RequestedBy)!, one.RequestedAt,
            one.Price, one.Reference, Who(one.LockedBy), one.LockedAt, one.LockedOn, one.ExpiresOn, one.MoreDays, one.MoreReason, Who(one.MoreAskedBy),
            one.ClosedOn, one.ClosedAt, Who(one.ClosedBy), one.ClosedReason, one.PointsInAll, amount * one.PointsInAll / 100m is { } cost ? Math.Round(cost, 2, MidpointRounding.AwayFromZero) : null,
            [.. one.Extensions.OrderBy(extension => extension.Place).Select(extension => new LockExtensionLine(
                extension.Id, extension.Place, extension.Days, extension.Points, extension.ListedPoints, extension.FromDay, extension.ToDay, extension.Reason, Who(extension.ExtendedBy)!, extension.ExtendedAt))]);

        string? Who(Guid? id) => id is not { } known ? null : names.GetValueOrDefault(known, "CrmStudio");
    }
}

/// <summary>The lock of a loan.</summary>
/// <param name="Rate">The loan's note rate, in percent.</param>
/// <param name="Amount">The loan's amount; null for who sees none.</param>
/// <param name="Current">The request that waits, or the lock that stands in the desk's books.</param>
/// <param name="Past">Those before, latest first.</param>
/// <param name="Suggested">What a request could start from.</param>
/// <param name="WorstCase">What a relock would have to keep to; null when nothing.</param>
/// <param name="Estimate">The clock of the revised estimate the lock started.</param>
/// <param name="Cover">Whether the lock reaches the disbursement; null without a closing or a lock.</param>
/// <param name="Short">Days by which it does not reach it; 0 when it does.</param>
/// <param name="IsOver">Whether the loan has funded or ended.</param>
public sealed record LoanLock(
    DateOnly Today, LockStatus Status, bool IsLocked, decimal? Rate, DateOnly? LockedOn, DateOnly? ExpiresOn, int? DaysLeft, decimal? Amount, RateLockLine? Current, IReadOnlyList<RateLockLine> Past,
    LockRules Rules, LockTerms Suggested, string? WorstCase, ClockLine? Estimate, PlanDate? Cover, int Short, bool MayRequest, bool MayDesk, bool IsOver);

/// <summary>One lock, from its request to its end.</summary>
/// <param name="Cost">What it costs in dollars with its extensions; null for who sees no amounts.</param>
public sealed record RateLockLine(
    Guid Id, int Place, LockStatus Status, bool IsRelock, bool WasLocked, bool Holds, LockTerms Terms, string? Note, string RequestedBy, DateTimeOffset RequestedAt,
    decimal? Price, string? Reference, string? LockedBy, DateTimeOffset? LockedAt, DateOnly? LockedOn, DateOnly? ExpiresOn, int? MoreDays, string? MoreReason, string? MoreAskedBy,
    DateOnly? ClosedOn, DateTimeOffset? ClosedAt, string? ClosedBy, string? ClosedReason, decimal PointsInAll, decimal? Cost, IReadOnlyList<LockExtensionLine> Extensions);

/// <summary>One extension.</summary>
public sealed record LockExtensionLine(Guid Id, int Place, int Days, decimal Points, decimal? ListedPoints, DateOnly FromDay, DateOnly ToDay, string Reason, string By, DateTimeOffset At);
