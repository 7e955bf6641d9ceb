using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Contacts.Tasks.UseCases;

/// <summary>Writes a task about a record, for oneself or for somebody of the team.</summary>
public sealed class WriteTask(CrmWork work, TaskDesk desk, CurrentMember me)
{
    /// <param name="Table">Table of the record.</param>
    /// <param name="RecordId">The record.</param>
    /// <param name="Plan">What, by when and whose; nobody named means oneself.</param>
    public sealed record Input(string Table, Guid RecordId, TaskPlan Plan);

    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("tasks.write", TaskPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;

        var plan = input.Plan with { AssigneeId = input.Plan.AssigneeId ?? me.Id };
        if (await desk.SubjectAsync(unit, input.Table, input.RecordId, ct) is null) return Refusal.NotFound;
        if (desk.Refuse(plan) is { } no) return no;
        var written = DueTask.Write(input.Table, input.RecordId, plan);
        if (written.Value is not { } task) return written.Refusal!;

        unit.Db.DueTasks.Add(task);
        if (plan.AssigneeId != me.Id) unit.Db.Notifications.Add(new Notification(plan.AssigneeId.Value, $"{me.Name} gave you a task: {task.Title}", TaskUrls.MyDay, unit.At));
        var summary = $"To do: {task.Title}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
