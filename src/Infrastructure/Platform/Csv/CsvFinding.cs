namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>Something a person should know about a cell, a row or the whole file.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Line">Line of the file, counted from 1; 0 when it concerns the whole file.</param>
/// <param name="Column">Column counted from 1, when it concerns one cell.</param>
/// <param name="Message">One sentence in plain words, without the line number.</param>
public sealed record CsvFinding(CsvFindingKind Kind, long Line, int? Column, string Message)
{
    /// <summary>True when the row cannot be taken as it is; false when the cell was cleaned and may be used.</summary>
    public bool IsProblem => Kind < CsvFindingKind.FirstNote;
}
