using CrmStudio.Domain.Common;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Pipelines.Queries;

/// <summary>The stages of the loan pipeline as an administrator edits them.</summary>
public sealed class PipelineSettingsQuery(CrmWork work, IEnumerable<IUseStages> users)
{
    public async Task<Outcome<PipelineSettings>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("pipelines.read", PipelinePermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;

        var pipeline = await unit.Db.Pipelines.AsNoTracking().Where(p => p.Kind == PipelineKind.Loan).OrderBy(p => p.CreatedAt).FirstAsync(ct);
        var stages = await unit.Db.PipelineStages.AsNoTracking().Where(stage => stage.PipelineId == pipeline.Id).OrderBy(stage => stage.Position).ToListAsync(ct);
        var open = stages.ToDictionary(stage => stage.Id, _ => 0);
        foreach (var user in users)
            foreach (var (stage, use) in await user.UseOfAsync(unit, pipeline.Id, ct)) open[stage] += use.Open;

        return new PipelineSettings(pipeline.Id, pipeline.Name, [.. stages.Select(stage => new StageLine(
            stage.Id, stage.Name, stage.Color, stage.Milestone, stage.Probability, stage.RotsAfterDays, stage.RequiredFacts, open[stage.Id]))]);
    }
}

/// <summary>A pipeline under edit.</summary>
public sealed record PipelineSettings(Guid Id, string Name, IReadOnlyList<StageLine> Stages);

/// <summary>A stage under edit.</summary>
public sealed record StageLine(Guid Id, string Name, int Color, Milestone Milestone, decimal Probability, int? RotsAfterDays, IReadOnlyList<string> RequiredFacts, int OpenRecords);
