using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Pipelines.UseCases;

/// <summary>Takes an unused stage out of the pipeline.</summary>
public sealed class RemoveStage(CrmWork work, IEnumerable<IUseStages> users)
{
    public sealed record Input(Guid PipelineId, Guid StageId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("pipelines.remove-stage", PipelinePermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;

        var pipeline = await unit.Db.Pipelines.Include(p => p.Stages).SingleOrDefaultAsync(p => p.Id == input.PipelineId, ct);
        if (pipeline?.Stages.SingleOrDefault(s => s.Id == input.StageId) is not { } stage) return Refusal.NotFound;
        var isInUse = false;
        foreach (var user in users)
            isInUse |= (await user.UseOfAsync(unit, pipeline.Id, ct)).GetValueOrDefault(stage.Id)?.Ever is true;
        var outcome = pipeline.RemoveStage(stage.Id, isInUse);
        if (!outcome.IsDone) return outcome.Refusal;
        foreach (var user in users) await user.LetGoAsync(unit, stage.Id, ct);
        var summary = $"Removed the stage {stage.Name}";

        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
