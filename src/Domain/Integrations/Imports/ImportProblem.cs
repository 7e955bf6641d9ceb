namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>What is wrong with one cell of a row, or worth a look.</summary>
/// <param name="Field">Name of the field; null when the row as a whole is meant.</param>
/// <param name="Message">One sentence that starts with the name of the field.</param>
/// <param name="Suggestion">What the cell should probably say, when that can be told.</param>
/// <param name="IsWarning">True when the row can be taken all the same.</param>
public sealed record ImportProblem(string? Field, string Message, string? Suggestion = null, bool IsWarning = false);
