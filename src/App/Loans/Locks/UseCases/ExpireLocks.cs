using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Locks.UseCases;

/// <summary>Says of locks whose last day has passed that they ran out, tells who works the loan, and writes it on the loan.</summary>
public sealed class ExpireLocks(CrmWork work, CurrentMember me)
{
    /// <summary>Loans looked at in one transaction.</summary>
    public const int Chunk = 200;

    /// <returns>How many locks ran out.</returns>
    public async Task<Outcome<int>> RunAsync(CancellationToken ct)
    {
        var (ended, last) = (0, Guid.Empty);
        while (true)
        {
            await using var unit = await work.BeginAsync("loans.locks.expire", LockPermissions.Desk, ct);
            if (unit.Refused is { } refused) return refused;

            var today = me.DayOf(unit.At);
            var loans = await unit.Db.Loans.VisibleTo(me, LockPermissions.Desk).StillOpen()
                .Where(loan => loan.FundedOn == null && loan.LockExpiresOn < today && loan.Id > last
                    && (loan.LockStatus == LockStatus.Locked || loan.LockStatus == LockStatus.Extended || loan.LockStatus == LockStatus.Relocked))
                .OrderBy(loan => loan.Id).Take(Chunk).ToListAsync(ct);
            if (loans.Count == 0) return ended;

            var ids = loans.Select(loan => loan.Id).ToArray();
            var locks = await unit.Db.RateLocks.Where(one => ids.Contains(one.LoanId) && one.ClosedAt == null).ToDictionaryAsync(one => one.LoanId, ct);
            foreach (var loan in loans) RunOut(unit, loan, locks.GetValueOrDefault(loan.Id), today);
            var saved = await unit.SaveAsync(ct);
            if (saved.Refusal is { } meanwhile && meanwhile != Refusal.ChangedMeanwhile) return meanwhile;
            if (saved.IsDone) ended += loans.Count;
            last = loans[^1].Id;
        }
    }

    private static void RunOut(CrmUnit unit, Loan loan, RateLock? desk, DateOnly today)
    {
        var expired = loan.LockExpiresOn!.Value;
        desk?.Follow(loan);
        desk?.RunOut(today, unit.At);
        loan.LetLockRunOut(today);
        unit.Db.Activities.Add(new Activity(LoanTables.Loans, loan.Id, ActivityKind.System, $"The rate lock ran out on {LoanWords.Day(expired, today)}", null, unit.At));
        foreach (var member in new[] { loan.OfficerId, loan.ProcessorId }.OfType<Guid>().Distinct())
            unit.Db.Notifications.Add(new Notification(member, $"{loan.BorrowerName}: the rate lock ran out on {LoanWords.ShortDay(expired)}", LockUrls.For(loan.Id), unit.At));
    }
}
