using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Tasks.UseCases;

/// <summary>Plans a task anew: words, day, whose it is, how often it comes back, when it reminds.</summary>
public sealed class PlanTask(CrmWork work, TaskDesk desk)
{
    public sealed record Input(Guid TaskId, uint Version, TaskPlan Plan);

    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("tasks.plan", TaskPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;

        var mine = desk.Mine(unit.Db).Select(task => task.Id);
        var task = await unit.Db.DueTasks.SingleOrDefaultAsync(task => task.Id == input.TaskId && mine.Contains(task.Id), ct);
        if (task is null) return Refusal.NotFound;
        if (task.Version != input.Version) return Refusal.ChangedMeanwhile;
        if (task.Origin is not null) return TaskRefusals.KeptByARule;
        if (desk.Refuse(input.Plan) is { } no) return no;
        if (task.Plan(input.Plan) is { IsDone: false } unplanned) return unplanned.Refusal;

        var summary = $"Changed “{task.Title}”";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
