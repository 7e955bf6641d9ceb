namespace CrmStudio.App.Kit.DataTable;

/// <summary>How a cell is changed in place.</summary>
/// <param name="Kind">What is typed.</param>
/// <param name="Choices">What is chosen from, for <see cref="EditorKind.Choice"/>.</param>
/// <param name="AreMany">True when the choices may be hundreds: then the page carries none, and the script asks for them once an editor opens.</param>
public sealed record DataEditor(EditorKind Kind, Func<IEnumerable<DataChoice>>? Choices = null, bool AreMany = false);
