using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Pipelines;

/// <summary>A room ahead whose records stand in stages. Pipelines asks them all before a stage goes.</summary>
public interface IUseStages
{
    /// <summary>Use of each stage of a pipeline; stages that are not used may be left out.</summary>
    Task<IReadOnlyDictionary<Guid, StageUse>> UseOfAsync(CrmUnit unit, Guid pipelineId, CancellationToken ct);

    /// <summary>Takes away what hangs on a stage that goes, in the same save, so that one undo brings all of it back.</summary>
    Task LetGoAsync(CrmUnit unit, Guid stageId, CancellationToken ct);
}
