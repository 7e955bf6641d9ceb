namespace CrmStudio.App.Kit.Filters;

/// <summary>What somebody puts together in the editor.</summary>
public sealed record FilterDraft(string FieldId, string OperatorId, IReadOnlyList<string> Values);
