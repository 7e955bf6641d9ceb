namespace CrmStudio.App.Shell.Search;

/// <summary>A stretch of a text.</summary>
public readonly record struct Mark(int Start, int Length);
