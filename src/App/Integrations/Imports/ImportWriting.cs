using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;

namespace CrmStudio.App.Integrations.Imports;

/// <summary>What writing one row came to.</summary>
/// <param name="State">What became of it.</param>
/// <param name="RecordId">The record it became or changed.</param>
/// <param name="Changed">Records that were there and that it changed, as the unit tracks them.</param>
/// <param name="Refused">Why it failed.</param>
public sealed record ImportWriting(ImportRowState State, Guid? RecordId = null, IReadOnlyList<Entity>? Changed = null, Refusal? Refused = null)
{
    public static ImportWriting Skipped { get; } = new(ImportRowState.Skipped);

    public static ImportWriting Created(Guid recordId) => new(ImportRowState.Created, recordId);

    public static ImportWriting Updated(Guid recordId, IReadOnlyList<Entity> changed) => new(ImportRowState.Updated, recordId, changed);

    public static ImportWriting Failed(Refusal refused) => new(ImportRowState.Failed, Refused: refused);
}
