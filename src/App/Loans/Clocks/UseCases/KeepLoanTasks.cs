using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.UseCases;

/// <summary>
/// Keeps the tasks of every running clock of an organization, and of clocks an undo stopped, and reminds officers of what is due. Reactions keep them the moment something
/// changes; this finds what came another way, an undo for one, and what only time brings.
/// </summary>
public sealed class KeepLoanTasks(CrmWork work, LoanClocks clocks, CurrentMember me)
{
    /// <summary>Loans looked at in one transaction.</summary>
    public const int Chunk = 200;

    /// <summary>Days for which a loan that ended or funded is still looked at: a counteroffer's ninety, and some.</summary>
    public const int DaysAfter = 120;

    /// <returns>How many reminders went out.</returns>
    public async Task<Outcome<int>> RunAsync(CancellationToken ct)
    {
        var (reminded, last) = (0, Guid.Empty);
        while (true)
        {
            await using var unit = await work.BeginAsync("loans.keep-tasks", LoanPermissions.Note, ct);
            if (unit.Refused is { } refused) return refused;

            var today = me.DayOf(unit.At);
            var since = unit.At.AddDays(-DaysAfter);
            var loans = await unit.Db.Loans.AsNoTracking()
                .Where(loan => loan.Id > last && (loan.ApplicationCompleteOn != null || loan.EndingId != null || unit.Db.DueTasks.Any(task => task.EntityType == LoanTables.Loans && task.EntityId == loan.Id && task.Origin != null && task.DoneAt == null)) && (loan.EndedAt == null || loan.EndedAt > since) && (loan.FundedOn == null || loan.FundedOn > today.AddDays(-DaysAfter)))
                .OrderBy(loan => loan.Id).Take(Chunk).ToListAsync(ct);
            if (loans.Count == 0) return reminded;

            reminded += await KeepAsync(unit, loans, today, ct);
            var saved = await unit.SaveAsync(ct, _ => Refusal.ChangedMeanwhile);
            if (saved.Refusal is { } meanwhile && meanwhile != Refusal.ChangedMeanwhile) return meanwhile;
            last = loans[^1].Id;
        }
    }

    private async Task<int> KeepAsync(CrmUnit unit, List<Loan> loans, DateOnly today, CancellationToken ct)
    {
        var ids = loans.Select(loan => loan.Id).ToArray();
        var clockOf = await clocks.ReadAsync(unit, loans, ct);
        var tasksOf = (await unit.Db.DueTasks.Where(task => task.EntityType == LoanTables.Loans && ids.Contains(task.EntityId)).ToListAsync(ct)).ToLookup(task => task.EntityId);
        var reminded = 0;
        foreach (var loan in loans)
        {
            var added = ClockTasks.Keep(clockOf[loan.Id], LoanTables.Loans, loan, [.. tasksOf[loan.Id]], unit.At);
            unit.Db.DueTasks.AddRange(added);
            foreach (var task in tasksOf[loan.Id].Concat(added).Where(task => task.IsOpen && task.RemindedOn != today && ClockTasks.ReminderDays.Contains(task.DueOn.DayNumber - today.DayNumber)))
            {
                if ((task.AssigneeId ?? loan.OfficerId) is not { } whose) continue;
                unit.Db.Notifications.Add(new Notification(whose, Reminder(task, loan, today), LoanUrls.For(loan.Id, ClockTabs.Clocks), unit.At));
                task.Remind(today);
                reminded++;
            }
        }
        return reminded;
    }

    private static string Reminder(DueTask task, Loan loan, DateOnly today) => (task.DueOn.DayNumber - today.DayNumber) switch
    {
        < 0 => $"{loan.BorrowerName}: “{task.Title}” was due yesterday",
        0 => $"{loan.BorrowerName}: “{task.Title}” is due today",
        1 => $"{loan.BorrowerName}: “{task.Title}” is due tomorrow",
        var days => $"{loan.BorrowerName}: “{task.Title}” is due in {days} days",
    };
}
