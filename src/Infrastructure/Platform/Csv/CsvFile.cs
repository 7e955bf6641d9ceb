using System.Globalization;
using System.Runtime.CompilerServices;
using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>
/// A CSV file being read, row by row. Bad input never throws: a file that cannot be read is refused, a bad row comes out with its
/// findings. Needs a few megabytes of memory whatever the file holds.
/// </summary>
public sealed class CsvFile
{
    private readonly CsvText text;
    private readonly CsvTokenizer tokenizer;
    private readonly CsvLimits limits;
    private readonly List<CsvFinding> findings = [];

    private CsvFile(CsvText text, CsvTokenizer tokenizer, CsvLimits limits, char separator)
    {
        (this.text, this.tokenizer, this.limits, Separator) = (text, tokenizer, limits, separator);
        Columns = CsvHeader.Name(tokenizer.Record, limits, findings);
        if (text.EncodingName != "UTF-8") findings.Add(new CsvFinding(CsvFindingKind.OtherEncoding, 0, null, $"The file is in {text.EncodingName}, not UTF-8; it was converted."));
    }

    /// <summary>The names of the columns, each different.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The character between the cells.</summary>
    public char Separator { get; }

    /// <summary>What was found in the file as a whole and in its header. Complete once all rows are read.</summary>
    public IReadOnlyList<CsvFinding> Findings => findings;

    /// <summary>The limit that ended the reading before the end of the file; null when all of it was read.</summary>
    public CsvFinding? Stopped { get; private set; }

    /// <summary>How many rows were read so far.</summary>
    public int RowCount { get; private set; }

    /// <summary>Reads the header. The stream is read once, from where it stands, and stays open.</summary>
    /// <param name="source">The bytes of the file.</param>
    /// <param name="limits">How much is read at most.</param>
    /// <param name="separator">The separator, when a person has chosen it; otherwise it is found out.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<Outcome<CsvFile>> OpenAsync(Stream source, CsvLimits limits, char? separator, CancellationToken ct)
    {
        var text = await CsvText.OpenAsync(source, limits.FileBytes, ct);
        var tokenizer = new CsvTokenizer(text, limits);
        var (sample, isWhole) = await tokenizer.SampleAsync(ct);
        if (CsvSignature.Refuse(text.Signature, sample.Span) is { } refusal) return refusal;

        var declared = CsvSeparator.Declared(sample.Span);
        var used = separator ?? declared?.Separator ?? CsvSeparator.Sniff(sample.Span, isWhole);
        tokenizer.Begin(used, declared?.Length ?? 0);

        do
        {
            if (!await tokenizer.ReadAsync(ct)) return CsvRefusals.Empty;
        }
        while (tokenizer.Record.IsBlank);

        var header = tokenizer.Record;
        if (header.CellCount > limits.Columns) return CsvRefusals.TooManyColumns(header.CellCount, limits.Columns);
        if (header.Findings.Find(f => f.IsProblem) is { } problem) return CsvRefusals.Header(problem.Message);
        return new CsvFile(text, tokenizer, limits, used);
    }

    /// <summary>The text as the reader would have cleaned it: for cells a person types afterwards.</summary>
    public static string Clean(string text) => CsvCell.Clean(text).Text;

    /// <summary>The rows below the header, in order, empty ones left out. Can be read once.</summary>
    public async IAsyncEnumerable<CsvRow> ReadRowsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        while (await tokenizer.ReadAsync(ct))
        {
            ct.ThrowIfCancellationRequested();
            if (tokenizer.Record.IsBlank) continue;
            if (RowCount == limits.Rows)
            {
                Stop(CsvFindingKind.TooManyRows, tokenizer.Record.Line, string.Create(CultureInfo.InvariantCulture, $"The file has more than {limits.Rows:N0} rows. Split it into smaller files."));
                break;
            }
            RowCount++;
            yield return Row(tokenizer.Record);
        }
        if (Stopped is null && tokenizer.IsCut)
            Stop(CsvFindingKind.FileTooLarge, tokenizer.Record.Line, string.Create(CultureInfo.InvariantCulture, $"The file is larger than {limits.FileBytes / 1024 / 1024:N0} MB. Split it into smaller files."));
        if (text.ForeignBytes > 0)
            findings.Add(new CsvFinding(CsvFindingKind.OtherEncoding, 0, null, string.Create(CultureInfo.InvariantCulture, $"The file is not UTF-8 throughout: {text.ForeignBytes:N0} characters were read as Windows-1252. Look at names with accents.")));
    }

    private void Stop(CsvFindingKind kind, long line, string message)
    {
        Stopped = new CsvFinding(kind, line, null, message);
        findings.Add(Stopped);
    }

    private CsvRow Row(CsvRecord record)
    {
        var found = record.Findings.Count == 0 ? null : new List<CsvFinding>(record.Findings);
        var cells = new string[Columns.Count];
        Array.Fill(cells, "");
        for (var i = 0; i < Math.Min(cells.Length, record.Cells.Count); i++) cells[i] = Cell(record, i, ref found);
        CheckCellCount(record, ref found);
        return new CsvRow(record.Line, cells, (IReadOnlyList<CsvFinding>?)found ?? []);
    }

    private static string Cell(CsvRecord record, int i, ref List<CsvFinding>? found)
    {
        var (cell, hadHidden, hasUnreadable) = CsvCell.Clean(record.Cells[i]);
        if (hadHidden) Add(ref found, CsvFindingKind.HiddenCharactersRemoved, "Invisible characters were removed.");
        if (hasUnreadable) Add(ref found, CsvFindingKind.UnreadableCharacters, "The cell holds characters that cannot be read (shown as \uFFFD). Type them again.");
        if (CsvFormula.IsFormula(cell)) Add(ref found, CsvFindingKind.Formula, "The cell holds a formula. Replace it by its value.");
        return CsvFormula.Unguard(cell);

        void Add(ref List<CsvFinding>? list, CsvFindingKind kind, string message) => (list ??= []).Add(new CsvFinding(kind, record.Line, i + 1, message));
    }

    private void CheckCellCount(CsvRecord record, ref List<CsvFinding>? found)
    {
        var isKnownBroken = found is not null && found.Exists(f => f.Kind is CsvFindingKind.CellTooLong or CsvFindingKind.RowTooLong or CsvFindingKind.QuoteNotClosed);
        if (record.CellCount > limits.Columns)
            Add(ref found, CsvFindingKind.TooManyColumns, $"The row has {record.CellCount:N0} cells; at most {limits.Columns:N0} can be read.");
        else if (!isKnownBroken && (record.CellCount < Columns.Count || record.Cells.Skip(Columns.Count).Any(c => !string.IsNullOrWhiteSpace(c))))
            Add(ref found, CsvFindingKind.WrongCellCount, $"The row has {record.CellCount:N0} cells, the header has {Columns.Count:N0}. Look for a missing or extra separator, quote or line break.");

        void Add(ref List<CsvFinding>? list, CsvFindingKind kind, FormattableString message) =>
            (list ??= []).Add(new CsvFinding(kind, record.Line, null, message.ToString(CultureInfo.InvariantCulture)));
    }
}
