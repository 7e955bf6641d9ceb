using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Tasks.Queries;

/// <summary>The organization's task sequences with their steps.</summary>
public sealed class SequencesQuery(CrmWork work)
{
    public async Task<Outcome<IReadOnlyList<SequenceLine>>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("tasks.sequences", TaskPermissions.SetSequences, ct);
        if (unit.Refused is { } refused) return refused;
        return await unit.Db.TaskSequences.AsNoTracking().OrderBy(sequence => sequence.Name)
            .Select(sequence => new SequenceLine(sequence.Id, sequence.Name, sequence.Steps.OrderBy(step => step.Position).Select(step => new SequenceStep(step.Title, step.AfterDays)).ToList())).ToListAsync(ct);
    }
}

/// <summary>A sequence.</summary>
public sealed record SequenceLine(Guid Id, string Name, IReadOnlyList<SequenceStep> Steps);

/// <summary>A step of it.</summary>
public sealed record SequenceStep(string Title, int AfterDays);
