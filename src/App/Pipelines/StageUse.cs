namespace CrmStudio.App.Pipelines;

/// <summary>How a stage is used.</summary>
/// <param name="Open">Open records in it.</param>
/// <param name="Ever">Whether any record is or was in it.</param>
public sealed record StageUse(int Open, bool Ever);
