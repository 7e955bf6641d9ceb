using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Pipelines.UseCases;

/// <summary>Changes the name, probability, rotting limit and requirements of a stage.</summary>
public sealed class EditStage(CrmWork work)
{
    public sealed record Input(Guid StageId, string Name, decimal Probability, int? RotsAfterDays, IReadOnlyList<string> RequiredFacts);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("pipelines.edit-stage", PipelinePermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;

        var stage = await unit.Db.PipelineStages.SingleOrDefaultAsync(s => s.Id == input.StageId, ct);
        if (stage is null) return Refusal.NotFound;
        var outcome = stage.Edit(input.Name, input.Probability, input.RotsAfterDays, input.RequiredFacts);
        if (!outcome.IsDone) return outcome.Refusal;
        var summary = $"Changed the stage {stage.Name}";

        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
