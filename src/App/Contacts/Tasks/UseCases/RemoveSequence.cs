using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Tasks.UseCases;

/// <summary>Removes a sequence of tasks. Tasks that were started from it stay.</summary>
public sealed class RemoveSequence(CrmWork work)
{
    public sealed record Input(Guid SequenceId);

    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("tasks.remove-sequence", TaskPermissions.SetSequences, ct);
        if (unit.Refused is { } refused) return refused;

        var sequence = await unit.Db.TaskSequences.Include(sequence => sequence.Steps).SingleOrDefaultAsync(sequence => sequence.Id == input.SequenceId, ct);
        if (sequence is null) return Refusal.NotFound;
        unit.Db.TaskSequences.Remove(sequence);

        var summary = $"Removed the sequence “{sequence.Name}”";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
