namespace CrmStudio.App.Kit.DataTable;

/// <summary>How a cell is changed in place.</summary>
/// <param name="Kind">What is typed.</param>
/// <param name="Choices">What is chosen from, for <see cref="EditorKind.Choice"/>.</param>
public sealed record DataEditor(EditorKind Kind, IReadOnlyList<DataChoice>? Choices = null);

/// <summary>One thing to choose.</summary>
public sealed record DataChoice(string Value, string Label);

/// <summary>What an editor takes.</summary>
public enum EditorKind
{
    /// <summary>Dollars as people type them.</summary>
    Money,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of a list.</summary>
    Choice,
}
