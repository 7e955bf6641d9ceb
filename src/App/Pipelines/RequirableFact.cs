namespace CrmStudio.App.Pipelines;

/// <summary>A fact a stage can require. Rooms ahead register theirs: this room knows names only.</summary>
/// <param name="Name">As stored with the stage.</param>
/// <param name="Label">In the words people use inside a sentence.</param>
public sealed record RequirableFact(string Name, string Label);
