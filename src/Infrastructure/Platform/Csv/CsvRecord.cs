namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>One record as it was cut out of the text, before cleaning. Reused from record to record.</summary>
internal sealed class CsvRecord
{
    /// <summary>Line it starts on.</summary>
    public long Line { get; set; }

    /// <summary>The texts of its cells, at most as many as columns are allowed.</summary>
    public List<string> Cells { get; } = [];

    /// <summary>How many cells it really has.</summary>
    public int CellCount { get; set; }

    /// <summary>What was found while cutting.</summary>
    public List<CsvFinding> Findings { get; } = [];

    /// <summary>True for an empty line and for a row of empty cells.</summary>
    public bool IsBlank => Findings.Count == 0 && Cells.TrueForAll(string.IsNullOrWhiteSpace);

    /// <summary>Makes it ready for the next record.</summary>
    public void Restart(long line)
    {
        (Line, CellCount) = (line, 0);
        Cells.Clear();
        Findings.Clear();
    }

    /// <summary>Notes something about the cell that is being cut.</summary>
    public void Found(CsvFindingKind kind, string message, bool inCell = true) =>
        Findings.Add(new CsvFinding(kind, Line, inCell ? CellCount : null, message));
}
