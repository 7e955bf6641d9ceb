using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Locks.UseCases;

/// <summary>
/// Tells officer and processor, step by step of the ladder, that a lock runs out, and writes it on the loan. Each step once, however often
/// and on however many nodes this runs: the alert is kept in the same save, under a unique key.
/// </summary>
public sealed class AlertExpiringLocks(CrmWork work, CurrentMember me)
{
    /// <summary>Loans looked at in one transaction.</summary>
    public const int Chunk = 200;

    /// <returns>How many alerts went out.</returns>
    public async Task<Outcome<int>> RunAsync(CancellationToken ct)
    {
        var (told, last) = (0, Guid.Empty);
        while (true)
        {
            await using var unit = await work.BeginAsync("loans.locks.alert", LockPermissions.Desk, ct);
            if (unit.Refused is { } refused) return refused;

            var today = me.DayOf(unit.At);
            var steps = (await LockRules.ReadAsync(unit, today, ct)).Terms.AlertDays;
            var until = today.AddDays(steps.DefaultIfEmpty(-1).Max());
            var loans = await unit.Db.Loans.AsNoTracking().VisibleTo(me, LockPermissions.Desk).StillOpen()
                .Where(loan => loan.FundedOn == null && loan.LockExpiresOn >= today && loan.LockExpiresOn <= until && loan.Id > last
                    && (loan.LockStatus == LockStatus.Locked || loan.LockStatus == LockStatus.Extended || loan.LockStatus == LockStatus.Relocked))
                .OrderBy(loan => loan.Id).Take(Chunk).ToListAsync(ct);
            if (loans.Count == 0) return told;

            var due = await TellAsync(unit, loans, steps, today, ct);
            var saved = due == 0 ? Outcome.Done : await unit.SaveAsync(ct, _ => Refusal.ChangedMeanwhile);
            if (saved.Refusal is { } meanwhile && meanwhile != Refusal.ChangedMeanwhile) return meanwhile;
            if (saved.IsDone) told += due;   // somebody else told them in the same moment: the next run finds what is left
            last = loans[^1].Id;
        }
    }

    private static async Task<int> TellAsync(CrmUnit unit, List<Loan> loans, IReadOnlyList<int> steps, DateOnly today, CancellationToken ct)
    {
        var ids = loans.Select(loan => loan.Id).ToArray();
        var told = (await unit.Db.LockAlerts.AsNoTracking().Where(alert => ids.Contains(alert.LoanId)).ToListAsync(ct)).ToLookup(alert => (alert.LoanId, alert.ExpiresOn), alert => alert.Step);
        var since = await unit.Db.RateLocks.Where(one => ids.Contains(one.LoanId) && one.ClosedAt == null && one.ExpirySetOn != null).ToDictionaryAsync(one => one.LoanId, one => one.ExpirySetOn!.Value, ct);
        var count = 0;
        foreach (var loan in loans)
        {
            var expires = loan.LockExpiresOn!.Value;
            var setOn = since.TryGetValue(loan.Id, out var desk) ? desk : loan.LockedOn ?? today;
            if (LockLadder.Due(steps, expires, setOn, today, told[(loan.Id, expires)]) is not { } step) continue;
            var runsOut = LockWords.RunsOut(expires.DayNumber - today.DayNumber);
            unit.Db.LockAlerts.Add(new LockAlert(loan.Id, expires, step, unit.At));
            unit.Db.Activities.Add(new Activity(LoanTables.Loans, loan.Id, ActivityKind.System, $"The rate lock {runsOut}, on {LoanWords.Day(expires, today)}", null, unit.At));
            foreach (var member in new[] { loan.OfficerId, loan.ProcessorId }.OfType<Guid>().Distinct())
                unit.Db.Notifications.Add(new Notification(member, $"{loan.BorrowerName}: the rate lock {runsOut}", LockUrls.For(loan.Id), unit.At));
            count++;
        }
        return count;
    }
}
