using CrmStudio.Domain.Access;

namespace CrmStudio.App.Pipelines;

/// <summary>A page about the pipeline's settings. Rooms ahead register theirs, and all stand as tabs beside one another.</summary>
/// <param name="Order">Smaller stands further left.</param>
/// <param name="Label">The word on the tab.</param>
/// <param name="Href">Address of the page.</param>
/// <param name="Permission">Shown only to members who hold it.</param>
public sealed record PipelineTab(int Order, string Label, string Href, Permission Permission);
