namespace CrmStudio.Domain.Loans.Import;

/// <summary>What is wrong with one cell of a row, or worth a look.</summary>
/// <param name="Field">The field; null when the row as a whole is meant.</param>
/// <param name="Message">One sentence that starts with the name of the field.</param>
/// <param name="Suggestion">What the cell should probably say, when that can be told.</param>
/// <param name="IsWarning">True when the row can be taken all the same.</param>
public sealed record LoanImportProblem(LoanImportField? Field, string Message, string? Suggestion = null, bool IsWarning = false);
