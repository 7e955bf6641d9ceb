using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>
/// Some thousand rows of an imported file that are checked, written and taken back together, each time in one transaction. Kept
/// until the import is forgotten.
/// </summary>
public sealed class ImportChunk : IOrganizationOwned
{
    /// <summary>Most rows of a chunk.</summary>
    public const int MostRows = 5_000;

    /// <summary>Most characters of a chunk, unless one row alone has more: what a worker holds in memory at a time.</summary>
    public const int MostChars = 2_000_000;

    private ImportChunk() { }

    /// <summary>Rows as they came in.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="position">Place among the chunks, from 0.</param>
    /// <param name="rows">At least one.</param>
    public ImportChunk(Guid importId, int position, IReadOnlyList<ImportRow> rows)
    {
        (Id, ImportId, Position, Lines, Rows) = (Guid.CreateVersion7(), importId, position, [.. rows.Select(row => row.Line)], rows);
        Judge([.. rows.Select(_ => ImportVerdict.None)]);
    }

    /// <inheritdoc />
    public Guid OrgId { get; private set; }

    /// <summary>UUID version 7.</summary>
    public Guid Id { get; private set; }

    /// <summary>The import.</summary>
    public Guid ImportId { get; private set; }

    /// <summary>Place among the chunks, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>The line of each row.</summary>
    public int[] Lines { get; private set; } = [];

    /// <summary>What the file says.</summary>
    public IReadOnlyList<ImportRow> Rows { get; private set; } = [];

    /// <summary>What became of each row.</summary>
    public IReadOnlyList<ImportVerdict> Verdicts { get; private set; } = [];

    /// <summary>The key of each row; null where none could be read. Tells which rows of a file are about one record.</summary>
    public string?[] Keys { get; private set; } = [];

    /// <summary>How many rows are in each state, by the state's number.</summary>
    public int[] Counts { get; private set; } = [];

    /// <summary>Rows that are ready and whose record is there already.</summary>
    public int KnownCount { get; private set; }

    /// <summary>Id of the transaction that wrote its records: the version they have until somebody edits them.</summary>
    public long? SavedAs { get; private set; }

    /// <summary>Rows in that state.</summary>
    public int Count(ImportRowState state) => Counts.ElementAtOrDefault((int)state);

    /// <summary>Says what became of the rows.</summary>
    /// <param name="verdicts">One for each row.</param>
    public void Judge(IReadOnlyList<ImportVerdict> verdicts)
    {
        if (verdicts.Count != Rows.Count) throw new ArgumentException($"{Rows.Count} rows need as many verdicts, not {verdicts.Count}.", nameof(verdicts));
        var counts = new int[Enum.GetValues<ImportRowState>().Length];
        foreach (var verdict in verdicts) counts[(int)verdict.State]++;
        (Verdicts, Counts, Keys) = (verdicts, counts, [.. verdicts.Select(verdict => verdict.Key)]);
        KnownCount = verdicts.Count(verdict => verdict is { State: ImportRowState.Ready, IsKnown: true });
    }

    /// <summary>Puts the cells of a row a person has fixed; what the file reader found in it is settled by that.</summary>
    /// <param name="at">Place of the row in the chunk.</param>
    /// <param name="cells">Its texts, one for each column.</param>
    public void Fix(int at, IReadOnlyList<string> cells) => Rows = [.. Rows.Select((row, i) => i == at ? new ImportRow(row.Line, cells, []) : row)];
}
