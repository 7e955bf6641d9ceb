namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>One row below the header, always with exactly as many cells as there are columns.</summary>
/// <param name="Line">Line of the file the row starts on, counted from 1.</param>
/// <param name="Cells">The texts, cleaned and in Unicode's composed form.</param>
/// <param name="Findings">What was found in the row; empty when nothing was.</param>
public sealed record CsvRow(long Line, IReadOnlyList<string> Cells, IReadOnlyList<CsvFinding> Findings)
{
    /// <summary>True when the row cannot be taken as it is.</summary>
    public bool HasProblems => Findings.Any(f => f.IsProblem);
}
