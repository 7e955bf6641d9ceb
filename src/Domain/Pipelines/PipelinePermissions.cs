using CrmStudio.Domain.Access;

namespace CrmStudio.Domain.Pipelines;

/// <summary>Permissions of the Pipelines room.</summary>
public static class PipelinePermissions
{
    /// <summary>Rename stages, change their probability, order and requirements.</summary>
    public static Permission Edit { get; } = new("pipelines.edit", "Change pipelines and stages");
}
