using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Tasks.UseCases;

/// <summary>Says that tasks are done. Those that come back are written anew for their next day.</summary>
public sealed class FinishTasks(CrmWork work, TaskDesk desk, CurrentMember me)
{
    /// <summary>Most tasks at once.</summary>
    public const int Limit = 500;

    public sealed record Input(IReadOnlyCollection<Guid> TaskIds);

    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        if (input.TaskIds.Count > Limit) return TaskRefusals.TooMany;
        await using var unit = await work.BeginAsync("tasks.finish", TaskPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;

        var (asked, mine) = (input.TaskIds.ToArray(), desk.Mine(unit.Db).Select(task => task.Id));
        var tasks = await unit.Db.DueTasks.Where(task => asked.Contains(task.Id) && task.DoneAt == null && mine.Contains(task.Id)).ToListAsync(ct);
        if (tasks.Count == 0) return Refusal.NotFound;
        foreach (var task in tasks)
        {
            task.Finish(me.Id, unit.At);
            if (task.Following(me.DayOf(unit.At)) is { } next) unit.Db.DueTasks.Add(next);
        }

        var summary = tasks is [var only] ? $"Done: {only.Title}" : $"Done: {tasks.Count} tasks";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
