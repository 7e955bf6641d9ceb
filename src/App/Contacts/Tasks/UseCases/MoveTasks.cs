using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Tasks.UseCases;

/// <summary>Puts tasks off to another day, or brings them forward.</summary>
public sealed class MoveTasks(CrmWork work, TaskDesk desk, CurrentMember me)
{
    public sealed record Input(IReadOnlyCollection<Guid> TaskIds, DateOnly On);

    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        if (input.TaskIds.Count > FinishTasks.Limit) return TaskRefusals.TooMany;
        await using var unit = await work.BeginAsync("tasks.move", TaskPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        if (input.On < me.DayOf(unit.At)) return Refusal.Invalid(nameof(input.On), "Choose today or a day to come.");

        var (asked, mine) = (input.TaskIds.ToArray(), desk.Mine(unit.Db).Select(task => task.Id));
        var tasks = await unit.Db.DueTasks.Where(task => asked.Contains(task.Id) && task.DoneAt == null && mine.Contains(task.Id)).ToListAsync(ct);
        if (tasks.Count == 0) return Refusal.NotFound;
        // The day of a task that a rule keeps is the rule's.
        if (tasks.Exists(task => task.Origin is not null)) return TaskRefusals.KeptByARule;
        foreach (var task in tasks) task.MoveTo(input.On);

        var summary = tasks is [var only] ? $"Moved “{only.Title}” to {TaskTexts.Day(input.On)}" : $"Moved {tasks.Count} tasks to {TaskTexts.Day(input.On)}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
