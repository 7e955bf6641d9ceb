using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Tasks.UseCases;

/// <summary>Reminds people of tasks whose time for it has come, each once.</summary>
public sealed class RemindOfTasks(CrmWork work)
{
    /// <summary>Reminders in one save.</summary>
    public const int Piece = 500;

    /// <returns>How many reminders went out.</returns>
    public async Task<Outcome<int>> RunAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("tasks.remind", TaskPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;

        var due = await unit.Db.DueTasks.Where(task => task.RemindAt <= unit.At && task.RemindedAt == null && task.DoneAt == null && task.AssigneeId != null)
            .OrderBy(task => task.RemindAt).Take(Piece).ToListAsync(ct);
        foreach (var task in due)
        {
            unit.Db.Notifications.Add(new Notification(task.AssigneeId!.Value, $"To do: {task.Title}", TaskUrls.MyDay, unit.At));
            task.Reminded(unit.At);
        }
        // Somebody finished one this very moment: the others are reminded of in the next round.
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? due.Count : saved.Refusal == Refusal.ChangedMeanwhile ? 0 : saved.Refusal;
    }
}
