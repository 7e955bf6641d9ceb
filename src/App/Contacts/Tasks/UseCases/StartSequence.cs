using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Tasks.UseCases;

/// <summary>Starts a sequence of tasks on a record.</summary>
public sealed class StartSequence(CrmWork work, TaskDesk desk, CurrentMember me)
{
    public sealed record Input(Guid SequenceId, string Table, Guid RecordId);

    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("tasks.start-sequence", TaskPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;

        var sequence = await unit.Db.TaskSequences.AsNoTracking().Include(sequence => sequence.Steps).SingleOrDefaultAsync(sequence => sequence.Id == input.SequenceId, ct);
        if (sequence is null || await desk.SubjectAsync(unit, input.Table, input.RecordId, ct) is not { } subject) return Refusal.NotFound;
        unit.Db.DueTasks.AddRange(sequence.Start(input.Table, input.RecordId, me.Id, me.DayOf(unit.At)));

        var summary = $"Started “{sequence.Name}” on {subject.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
