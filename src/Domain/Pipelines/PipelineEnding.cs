using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Pipelines;

/// <summary>A way out of the pipeline other than success, such as Denied or Lost to another lender.</summary>
public sealed class PipelineEnding : Entity
{
    private PipelineEnding() { }

    internal PipelineEnding(Guid pipelineId, string name, EndingKind kind, int position, bool needsReason) =>
        (PipelineId, Name, Kind, Position, NeedsReason) = (pipelineId, name, kind, position, needsReason);

    /// <summary>The pipeline.</summary>
    public Guid PipelineId { get; private set; }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its fixed meaning.</summary>
    public EndingKind Kind { get; private set; }

    /// <summary>Place in the list, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Whether a reason must be written.</summary>
    public bool NeedsReason { get; private set; }
}
