using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Pipelines.UseCases;

/// <summary>Appends a stage to the pipeline.</summary>
public sealed class AddStage(CrmWork work)
{
    public sealed record Input(Guid PipelineId, string Name, Milestone Milestone, decimal Probability);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("pipelines.add-stage", PipelinePermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;

        if (string.IsNullOrWhiteSpace(input.Name)) return Refusal.Invalid(nameof(input.Name), "A stage needs a name.");
        if (input.Probability is < 0 or > 100) return Refusal.Invalid(nameof(input.Probability), "A probability lies between 0 and 100 %.");
        var pipeline = await unit.Db.Pipelines.Include(p => p.Stages).SingleOrDefaultAsync(p => p.Id == input.PipelineId, ct);
        if (pipeline is null) return Refusal.NotFound;
        var stage = pipeline.AddStage(input.Name.Trim(), input.Milestone, input.Probability);
        var summary = $"Added the stage {stage.Name}";

        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
