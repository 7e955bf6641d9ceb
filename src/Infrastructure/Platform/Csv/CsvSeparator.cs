namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>Finds out which character separates the cells: the one that cuts the first rows into equally many pieces.</summary>
internal static class CsvSeparator
{
    private const int RowsToLookAt = 50;
    private static readonly char[] candidates = [',', ';', '\t', '|'];

    /// <summary>Excel's own first line <c>sep=;</c>: the separator it names and how many characters the line takes.</summary>
    public static (char Separator, int Length)? Declared(ReadOnlySpan<char> sample)
    {
        if (!sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || sample.Length < 5 || !candidates.Contains(sample[4])) return null;
        var rest = sample[5..];
        var lineBreak = rest.StartsWith("\r\n") ? 2 : rest.IsEmpty || rest[0] is '\r' or '\n' ? 1 : 0;
        return lineBreak == 0 ? null : (sample[4], Math.Min(5 + lineBreak, sample.Length));
    }

    /// <summary>The likeliest separator; a comma when nothing speaks for another.</summary>
    public static char Sniff(ReadOnlySpan<char> sample, bool isWholeFile)
    {
        var (best, bestScore) = (',', 0.0);
        foreach (var candidate in candidates)
        {
            var score = Score(CellCounts(sample, candidate, isWholeFile));
            if (score > bestScore) (best, bestScore) = (candidate, score);
        }
        return best;
    }

    // Agreement of the rows with the header counts most, the number of columns breaks ties.
    private static double Score(List<int> counts)
    {
        if (counts.Count == 0 || counts[0] < 2) return 0;
        return (double)counts.Count(c => c == counts[0]) / counts.Count + Math.Min(counts[0], 500) / 1000.0;
    }

    private static List<int> CellCounts(ReadOnlySpan<char> sample, char separator, bool isWholeFile)
    {
        var counts = new List<int>();
        var (cells, quoted, blank) = (1, false, true);
        foreach (var c in sample)
        {
            if (c == '"') quoted = !quoted;
            if (quoted || c is not ('\r' or '\n'))
            {
                blank = false;
                if (!quoted && c == separator) cells++;
                continue;
            }
            if (!blank) counts.Add(cells);
            (cells, blank) = (1, true);
            if (counts.Count == RowsToLookAt) return counts;
        }
        if (!blank && (isWholeFile || counts.Count == 0)) counts.Add(cells);
        return counts;
    }
}
