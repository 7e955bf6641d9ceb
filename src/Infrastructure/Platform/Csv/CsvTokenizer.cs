using System.Globalization;

namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>Feeds the scanner from the file, so that at most one record and one piece are in memory, and counts the lines.</summary>
internal sealed class CsvTokenizer(CsvText text, CsvLimits limits)
{
    private const int Room = 16 * 1024;

    private char[] buffer = new char[4 * Room];
    private int start;
    private int end;
    private long line = 1;
    private bool isEnd;
    private CsvScanner? scanner;

    /// <summary>The record last read.</summary>
    public CsvRecord Record { get; } = new();

    /// <summary>True when the file went on past the size limit.</summary>
    public bool IsCut => isEnd && text.IsCut;

    /// <summary>The text read so far, to find the separator in; the second value says whether it is the whole file.</summary>
    public async Task<(ReadOnlyMemory<char> Text, bool IsWhole)> SampleAsync(CancellationToken ct)
    {
        while (!isEnd && buffer.Length - end >= Room) await FillAsync(ct);
        return (buffer.AsMemory(start, end - start), isEnd);
    }

    /// <summary>Settles the separator and leaves out the first characters (Excel's line that names it).</summary>
    public void Begin(char separator, int skip)
    {
        scanner = new CsvScanner(separator, limits);
        start += skip;
        if (skip > 0) line++;
    }

    /// <summary>Reads the next record into <see cref="Record"/>; false at the end. A record the size limit cut in two is left out.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken ct)
    {
        while (true)
        {
            Record.Restart(line);
            if (start < end)
            {
                var used = scanner!.Scan(buffer.AsSpan(start, end - start), isEnd, Record);
                if (used >= 0) return await TakeAsync(used, ct);
                if (end - start >= limits.RowChars) return await GiveUpAsync(ct);
            }
            if (isEnd) return false;
            await FillAsync(ct);
        }
    }

    private async ValueTask<bool> TakeAsync(int used, CancellationToken ct)
    {
        if (isEnd && start + used == end && text.IsCut) return false;

        var isLineLeft = scanner!.IsLineLeft;
        line += LineBreaks(buffer.AsSpan(start, used));
        start += used;
        if (isLineLeft) await SkipLineAsync(ct);
        else if (used > limits.RowChars) TooLong();
        return true;
    }

    private async ValueTask<bool> GiveUpAsync(CancellationToken ct)
    {
        Record.Restart(line);
        TooLong();
        start = end;
        await SkipLineAsync(ct);
        return true;
    }

    private void TooLong() => Record.Found(
        CsvFindingKind.RowTooLong,
        string.Create(CultureInfo.InvariantCulture, $"The row is longer than {limits.RowChars:N0} characters. Leave out the columns that are not needed."),
        inCell: false);

    private async ValueTask SkipLineAsync(CancellationToken ct)
    {
        while (true)
        {
            var at = buffer.AsSpan(start, end - start).IndexOfAny('\r', '\n');
            var past = at < 0 ? CsvScanner.NeedsMore : CsvScanner.PastLineBreak(buffer.AsSpan(start, end - start), at, isEnd);
            start = past >= 0 ? start + past : at < 0 ? end : start + at;
            if (past >= 0) line++;
            if (past >= 0 || isEnd) return;
            await FillAsync(ct);
        }
    }

    private async ValueTask FillAsync(CancellationToken ct)
    {
        if (start > 0 && buffer.Length - end < Room)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (buffer.Length - end < Room) Array.Resize(ref buffer, buffer.Length * 2);

        // As much as fits: a record is scanned again each time it proved incomplete.
        var wanted = Math.Max(end - start, Room);
        while (wanted > 0 && !isEnd && buffer.Length - end >= Room / 4)
        {
            var read = await text.ReadAsync(buffer.AsMemory(end), ct);
            isEnd = read == 0;
            end += read;
            wanted -= read;
        }
    }

    private static int LineBreaks(ReadOnlySpan<char> record)
    {
        var count = 0;
        for (var at = record.IndexOfAny('\r', '\n'); at >= 0; at = record.IndexOfAny('\r', '\n'))
        {
            count++;
            record = record[(record[at] == '\r' && at + 1 < record.Length && record[at + 1] == '\n' ? at + 2 : at + 1)..];
        }
        return count;
    }
}
