namespace CrmStudio.App.Kit.Filters;

/// <summary>A value and the words for it.</summary>
public sealed record FilterOption(string Value, string Label);
