using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Tasks.Queries;

/// <summary>Open tasks about one record, with the sequences that can be started on it and the people one can give tasks to.</summary>
public sealed class RecordTasksQuery(CrmWork work, TaskDesk desk, CurrentMember me)
{
    /// <summary>Most tasks shown.</summary>
    public const int Most = 50;

    public sealed record Input(string Table, Guid RecordId);

    public async Task<Outcome<RecordTasks>> ReadAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("tasks.of-record", TaskPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        if (await desk.SubjectAsync(unit, input.Table, input.RecordId, ct) is null) return Refusal.NotFound;

        var db = unit.Db;
        var tasks = await db.DueTasks.AsNoTracking().Of(input.Table, input.RecordId).StillOpen().OrderBy(task => task.DueOn).ThenBy(task => task.Id).Take(Most)
            .Select(task => new DayTask(task.Id, task.Version, task.Title, task.DueOn, task.AssigneeId, task.Repeat, task.RemindAt, task.Origin != null, null)).ToListAsync(ct);
        var sequences = await db.TaskSequences.AsNoTracking().OrderBy(sequence => sequence.Name).Select(sequence => new SequenceName(sequence.Id, sequence.Name, sequence.Steps.Count)).ToListAsync(ct);
        var members = await db.Members.AsNoTracking().Where(member => member.Status == MemberStatus.Active).OrderBy(member => member.FirstName).ThenBy(member => member.LastName)
            .Select(member => new TaskMember(member.Id, member.FirstName + " " + member.LastName)).ToListAsync(ct);
        return new RecordTasks(me.DayOf(unit.At), tasks, sequences, [.. members.Where(member => desk.MayGiveTo(member.Id))]);
    }
}

/// <summary>Open tasks about a record.</summary>
public sealed record RecordTasks(DateOnly Today, IReadOnlyList<DayTask> Tasks, IReadOnlyList<SequenceName> Sequences, IReadOnlyList<TaskMember> Members);

/// <summary>A sequence by its name.</summary>
public sealed record SequenceName(Guid Id, string Name, int Steps);

/// <summary>Somebody tasks can be given to.</summary>
public sealed record TaskMember(Guid Id, string Name);
