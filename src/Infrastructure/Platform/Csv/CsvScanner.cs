using System.Globalization;

namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>
/// Cuts one record at a time out of a piece of text (RFC 4180, and what spreadsheets make of files that break it). Knows nothing of
/// files: when the piece does not hold the whole record it says so, and is asked again with a longer one.
/// </summary>
internal sealed class CsvScanner(char separator, CsvLimits limits)
{
    /// <summary>The piece ends before the record does.</summary>
    public const int NeedsMore = -1;

    private const int NotThere = -2;

    private int openQuotes;

    /// <summary>True when the line just cut was too long for its cell, so that the caller must skip to the end of the line.</summary>
    public bool IsLineLeft { get; private set; }

    /// <summary>Cuts the record at the start of the text. Answers how many characters it took, line break included.</summary>
    public int Scan(ReadOnlySpan<char> text, bool isEnd, CsvRecord record)
    {
        IsLineLeft = false;
        var at = 0;
        while (true)
        {
            record.CellCount++;
            var end = IsQuoted(text[at..], out var quote) ? Quoted(text, at + quote, isEnd, record) : Plain(text, at, isEnd, record);
            if (end < 0) return NeedsMore;
            if (IsLineLeft || end >= text.Length) return end;
            if (text[end] != separator) return PastLineBreak(text, end, isEnd);
            at = end + 1;
            if (at == text.Length && !isEnd) return NeedsMore;
        }
    }

    /// <summary>How many characters the line break at the place takes; negative when only the next piece can tell.</summary>
    public static int PastLineBreak(ReadOnlySpan<char> text, int at, bool isEnd)
    {
        if (text[at] == '\n') return at + 1;
        if (at + 1 == text.Length) return isEnd ? at + 1 : NeedsMore;
        return text[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private static bool IsQuoted(ReadOnlySpan<char> rest, out int quote)
    {
        quote = rest.IndexOfAnyExcept(' ');
        return quote >= 0 && rest[quote] == '"';
    }

    private int Plain(ReadOnlySpan<char> text, int from, bool isEnd, CsvRecord record)
    {
        var length = text[from..].IndexOfAny(separator, '\r', '\n');
        if (length < 0 && !isEnd && text.Length - from <= limits.CellChars) return NeedsMore;
        if (length < 0 && text.Length - from > limits.CellChars) return LeaveLine(text.Length, record);

        var end = length < 0 ? text.Length : from + length;
        Keep(text[from..end], record);
        return end;
    }

    private int Quoted(ReadOnlySpan<char> text, int quote, bool isEnd, CsvRecord record)
    {
        // One character past the limit, so that a cell of exactly the limit still finds its closing quote and what follows.
        var window = text[..(int)Math.Min(text.Length, (long)quote + (2L * limits.CellChars) + 3)];
        var isWhole = window.Length < text.Length || isEnd;
        if (openQuotes >= limits.OpenQuotes && window[quote..].IndexOfAny('\r', '\n') is >= 0 and var lineBreak)
        {
            window = window[..(quote + lineBreak)];
            isWhole = true;
        }

        var (close, doubled) = ClosingQuote(window, quote, isWhole);
        if (close == NeedsMore) return NeedsMore;
        if (close < 0) return NeverClosed(text, window, quote, record);

        var end = AfterSpaces(window, close + 1);
        if (end == text.Length && !isEnd) return NeedsMore;
        if (end == text.Length || text[end] == separator || text[end] is '\r' or '\n')
        {
            Keep(text[(quote + 1)..close], record, doubled);
            return end;
        }
        // Another row begins before the quote that does not fit: the first one was left open, it did not hold the second.
        return text[quote..close].ContainsAny('\r', '\n') ? NeverClosed(text, window, quote, record) : Stray(text, quote, close, isEnd, record);
    }

    private static (int Close, bool Doubled) ClosingQuote(ReadOnlySpan<char> window, int quote, bool isWhole)
    {
        var (at, doubled) = (quote + 1, false);
        while (true)
        {
            var next = at >= window.Length ? -1 : window[at..].IndexOf('"');
            if (next < 0) return (isWhole ? NotThere : NeedsMore, doubled);
            at += next;
            if (at + 1 == window.Length) return (isWhole ? at : NeedsMore, doubled);
            if (window[at + 1] != '"') return (at, doubled);
            (at, doubled) = (at + 2, true);
        }
    }

    // The opening line is given up, reading goes on with the next one: one bad quote must not swallow the rest of the file.
    private int NeverClosed(ReadOnlySpan<char> text, ReadOnlySpan<char> window, int quote, CsvRecord record)
    {
        var lineBreak = text[quote..].IndexOfAny('\r', '\n');
        if (lineBreak < 0 && window.Length < text.Length) return LeaveLine(text.Length, record);

        openQuotes++;
        var end = lineBreak < 0 ? text.Length : quote + lineBreak;
        record.Found(CsvFindingKind.QuoteNotClosed, "A quote is opened here and never closed. Close it, or take it out.");
        record.Cells.Add(end - quote - 1 <= limits.CellChars ? text[(quote + 1)..end].ToString() : "");
        return end;
    }

    // "Robert "Bob" Smith": like a spreadsheet, take everything up to the separator, so that no other row can be swallowed.
    private int Stray(ReadOnlySpan<char> text, int quote, int close, bool isEnd, CsvRecord record)
    {
        var length = text[close..].IndexOfAny(separator, '\r', '\n');
        if (length < 0 && !isEnd && text.Length - close <= limits.CellChars) return NeedsMore;
        if (length < 0 && text.Length - close > limits.CellChars) return LeaveLine(text.Length, record);

        var end = length < 0 ? text.Length : close + length;
        var whole = text[quote..end].TrimEnd(' ');
        record.Found(CsvFindingKind.QuoteNotDoubled, "A quote inside the cell was not doubled; it was kept as text.");
        if (whole[^1] == '"') Keep(whole[1..^1], record, doubled: true);
        else Keep(string.Concat(text[(quote + 1)..close], text[(close + 1)..end]), record, doubled: true);
        return end;
    }

    private int LeaveLine(int end, CsvRecord record)
    {
        TooLong(record);
        IsLineLeft = true;
        return end;
    }

    private void TooLong(CsvRecord record) => record.Found(
        CsvFindingKind.CellTooLong, string.Create(CultureInfo.InvariantCulture, $"The cell is longer than {limits.CellChars:N0} characters. Shorten it, or leave the column out."));

    private void Keep(ReadOnlySpan<char> cell, CsvRecord record, bool doubled = false)
    {
        if (record.CellCount > limits.Columns) return;
        var text = cell.Length > 2 * limits.CellChars ? null : doubled ? cell.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : cell.ToString();
        if (text is null || text.Length > limits.CellChars)
        {
            TooLong(record);
            text = "";
        }
        record.Cells.Add(text);
    }

    private static int AfterSpaces(ReadOnlySpan<char> text, int from)
    {
        var other = text[from..].IndexOfAnyExcept(' ');
        return other < 0 ? text.Length : from + other;
    }
}
