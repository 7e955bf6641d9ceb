using CrmStudio.Domain.Integrations.Imports;

namespace CrmStudio.Domain.Loans.Import;

/// <summary>What became of one row.</summary>
/// <param name="Number">The loan number as it was read; null when there is none.</param>
/// <param name="Draft">The loan; null when a problem keeps the row from being taken.</param>
/// <param name="Problems">Everything that is wrong or worth a look, in the order of the fields.</param>
public sealed record LoanImportResult(string? Number, LoanDraft? Draft, IReadOnlyList<ImportProblem> Problems);
