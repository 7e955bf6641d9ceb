namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>One row of an imported file, as the file has it or as a person fixed it since.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Cells">The texts of its cells, one for each column.</param>
/// <param name="Findings">What the file reader found: a quote left open, a formula. Gone once a person has fixed the row.</param>
public sealed record ImportRow(int Line, IReadOnlyList<string> Cells, IReadOnlyList<ImportProblem> Findings);
