using System.Buffers;
using System.Globalization;
using System.Text;

namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>
/// Writes a CSV file that is safe to open in a spreadsheet: UTF-8 with a mark, RFC 4180 quoting, no cell that runs as a formula.
/// Writes as it goes, so that an export of any length needs one buffer.
/// </summary>
public sealed class CsvExport : IAsyncDisposable
{
    // Every separator a spreadsheet may use by its country's habit: an unquoted ";=…" would become a cell of its own there.
    private static readonly SearchValues<char> quoted = SearchValues.Create(",;\t|\"\r\n'");

    private readonly StreamWriter writer;
    private readonly StringBuilder row = new();
    private bool isInRow;

    /// <summary>Starts the file. The stream stays open.</summary>
    public CsvExport(Stream into) => writer = new StreamWriter(into, new UTF8Encoding(true), 32 * 1024, leaveOpen: true);

    /// <summary>Adds a cell of text; text that a spreadsheet would run gets an apostrophe in front.</summary>
    public CsvExport Text(string? text) => Write(CsvFormula.Guard(text ?? ""));

    /// <summary>Adds an amount or a rate, without thousands separators.</summary>
    public CsvExport Number(decimal? number) => Write(number?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>Adds a date as year-month-day.</summary>
    public CsvExport Date(DateOnly? date) => Write(date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    /// <summary>Ends the row; what is buffered goes out when there is enough of it.</summary>
    public async ValueTask EndRowAsync()
    {
        await writer.WriteAsync(row.Append("\r\n"));
        row.Clear();
        isInRow = false;
    }

    /// <summary>Writes one row of texts.</summary>
    public async ValueTask RowAsync(IEnumerable<string?> cells)
    {
        foreach (var cell in cells) Text(cell);
        await EndRowAsync();
    }

    /// <summary>Writes out what is still buffered.</summary>
    public async ValueTask DisposeAsync() => await writer.DisposeAsync();

    private CsvExport Write(string cell)
    {
        if (isInRow) row.Append(',');
        isInRow = true;
        var needsQuotes = cell.AsSpan().ContainsAny(quoted) || (cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' '));
        if (needsQuotes) row.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else row.Append(cell);
        return this;
    }
}
