using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Pipelines.UseCases;

/// <summary>Moves a stage one place earlier or later.</summary>
public sealed class MoveStage(CrmWork work)
{
    public sealed record Input(Guid PipelineId, Guid StageId, bool Earlier);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("pipelines.move-stage", PipelinePermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;

        var pipeline = await unit.Db.Pipelines.Include(p => p.Stages).SingleOrDefaultAsync(p => p.Id == input.PipelineId, ct);
        if (pipeline?.Stages.SingleOrDefault(s => s.Id == input.StageId) is not { } stage) return Refusal.NotFound;
        pipeline.MoveStage(stage.Id, input.Earlier);
        var summary = $"Moved the stage {stage.Name} {(input.Earlier ? "earlier" : "later")}";

        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
