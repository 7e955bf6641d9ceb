using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Tasks.UseCases;

/// <summary>Writes a sequence of tasks, or changes one.</summary>
public sealed class SaveSequence(CrmWork work)
{
    /// <param name="SequenceId">The sequence; null for a new one.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Steps">Its steps in order: what, and how many workdays after the start.</param>
    public sealed record Input(Guid? SequenceId, string? Name, IReadOnlyList<(string? Title, int AfterDays)> Steps);

    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("tasks.save-sequence", TaskPermissions.SetSequences, ct);
        if (unit.Refused is { } refused) return refused;

        var known = input.SequenceId is { } id ? await unit.Db.TaskSequences.Include(sequence => sequence.Steps).SingleOrDefaultAsync(sequence => sequence.Id == id, ct) : null;
        if (input.SequenceId is not null && known is null) return Refusal.NotFound;
        if (known is null)
        {
            var written = TaskSequence.Write(input.Name, input.Steps);
            if (written.Value is not { } sequence) return written.Refusal!;
            unit.Db.TaskSequences.Add(sequence);
        }
        else if (known.Plan(input.Name, input.Steps) is { IsDone: false } unplanned) return unplanned.Refusal;

        var summary = $"Saved the sequence “{input.Name!.Trim()}”";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, _ => TaskRefusals.NameTaken);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
