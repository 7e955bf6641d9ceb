namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>How much of a file is read before a person is asked to make it smaller. Each limit keeps the reader's memory bounded.</summary>
public sealed record CsvLimits
{
    /// <summary>The limits of an import.</summary>
    public static CsvLimits Default { get; } = new();

    /// <summary>Largest file, in bytes (64 MB).</summary>
    public long FileBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Longest cell, in characters (32 KB of plain text).</summary>
    public int CellChars { get; init; } = 32 * 1024;

    /// <summary>Longest row over all its cells, in characters. Without it 500 full cells would be 32 MB at once.</summary>
    public int RowChars { get; init; } = 1024 * 1024;

    /// <summary>Most columns.</summary>
    public int Columns { get; init; } = 500;

    /// <summary>Most rows below the header.</summary>
    public int Rows { get; init; } = 250_000;

    /// <summary>Longest name of a column, in characters.</summary>
    public int HeaderChars { get; init; } = 200;

    /// <summary>
    /// Most quotes that may stay open before cells with line breaks are no longer looked for: each such search reads up to a whole
    /// cell ahead, and a file made of nothing else would take minutes.
    /// </summary>
    public int OpenQuotes { get; init; } = 100;
}
