namespace CrmStudio.App.Kit.DataTable;

/// <summary>How a cell is changed in place.</summary>
/// <param name="Kind">What is typed.</param>
/// <param name="Choices">What is chosen from, for <see cref="EditorKind.Choice"/>.</param>
public sealed record DataEditor(EditorKind Kind, IReadOnlyList<DataChoice>? Choices = null);
