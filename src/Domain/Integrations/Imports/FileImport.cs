using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>A file of records on its way in: uploaded, mapped, tried dry, run, and taken back if need be. What the records are, a later room knows.</summary>
public sealed class FileImport : Entity, INamedRecord
{
    /// <summary>Longest file name.</summary>
    public const int FileNameMaxLength = 200;

    private FileImport() { }

    /// <summary>A file that has just come in.</summary>
    /// <param name="kind">What its rows are: "loans".</param>
    /// <param name="fileName">As the person's machine calls it.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="mapping">The suggested mapping.</param>
    /// <param name="memberId">Who brought it.</param>
    public FileImport(string kind, string fileName, IEnumerable<string> columns, ImportMapping mapping, Guid memberId)
    {
        FileName = fileName.Length <= FileNameMaxLength ? fileName : fileName[..FileNameMaxLength];
        (Kind, Columns, MemberId) = (kind, [.. columns], memberId);
        SetMapping(mapping);
    }

    /// <summary>What its rows are: the name of an import kind, such as "loans".</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Name of the file.</summary>
    public string FileName { get; private set; } = "";

    /// <inheritdoc />
    public string RecordName => FileName;

    /// <summary>Who brought it; the import acts with this member's permissions.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>How far it has come.</summary>
    public ImportStatus Status { get; private set; }

    /// <summary>Names of the columns.</summary>
    public string[] Columns { get; private set; } = [];

    /// <summary>Field of each column by name; empty for a column that is left out.</summary>
    public string[] MappedFields { get; private set; } = [];

    /// <summary>What was found in the file as a whole.</summary>
    public string[] Notes { get; private set; } = [];

    /// <summary>What to do with records that are there already.</summary>
    public ImportDuplicates Duplicates { get; private set; }

    /// <summary>Rows in the file.</summary>
    public int RowCount { get; private set; }

    /// <summary>Chunks the rows are kept in.</summary>
    public int ChunkCount { get; private set; }

    /// <summary>Chunks done in the present phase. Saved with what was done to them, so that each is done exactly once.</summary>
    public int DoneChunks { get; private set; }

    /// <summary>Rows done in the present phase.</summary>
    public int DoneCount { get; private set; }

    /// <summary>A person asked to stop.</summary>
    public bool IsCancelAsked { get; private set; }

    /// <summary>Until when a worker has it in hand; one that died lets go by this.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>When the last phase ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>True while a worker has something to do.</summary>
    public bool IsUnderWay => Status is ImportStatus.Checking or ImportStatus.Running or ImportStatus.Undoing;

    /// <summary>The chunk the present phase is at, counted from 0; null when the phase has been through all. Undoing goes backwards.</summary>
    public int? NextChunk => DoneChunks >= ChunkCount ? null : Status == ImportStatus.Undoing ? ChunkCount - 1 - DoneChunks : DoneChunks;

    /// <summary>The mapping.</summary>
    public ImportMapping Mapping() => new(MappedFields.Select(name => name.Length == 0 ? null : name));

    /// <summary>Says what the file holds.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="chunks">The chunks they are kept in.</param>
    /// <param name="notes">What the reader found in the file as a whole.</param>
    public void Received(int rows, int chunks, IEnumerable<string> notes) => (RowCount, ChunkCount, Notes) = (rows, chunks, [.. notes]);

    /// <summary>Settles mapping and duplicates, and asks for the dry run.</summary>
    public Outcome Check(ImportMapping mapping, ImportFields fields, ImportDuplicates duplicates)
    {
        if (Status is not (ImportStatus.Mapping or ImportStatus.Checked)) return ImportRefusals.NotNow(this);
        if (mapping.Fields.Count != Columns.Length) return ImportRefusals.OtherColumns;
        if (fields.Refuse(mapping) is { } refusal) return refusal;

        SetMapping(mapping);
        Duplicates = duplicates;
        Begin(ImportStatus.Checking);
        return Outcome.Done;
    }

    /// <summary>Asks for the records to be written.</summary>
    public Outcome Start()
    {
        if (Status != ImportStatus.Checked) return ImportRefusals.NotNow(this);
        Begin(ImportStatus.Running);
        return Outcome.Done;
    }

    /// <summary>Asks to stop after the rows in hand.</summary>
    public Outcome Cancel()
    {
        if (Status is not (ImportStatus.Checking or ImportStatus.Running)) return ImportRefusals.NothingToCancel;
        IsCancelAsked = true;
        return Outcome.Done;
    }

    /// <summary>Asks to take everything back.</summary>
    public Outcome Undo()
    {
        if (Status is not (ImportStatus.Finished or ImportStatus.Cancelled)) return ImportRefusals.NotNow(this);
        Begin(ImportStatus.Undoing);
        return Outcome.Done;
    }

    /// <summary>Notes that a chunk is done, and keeps the import in hand.</summary>
    /// <param name="rows">Rows of the chunk.</param>
    /// <param name="leasedUntil">Until when the worker has it.</param>
    public void Advance(int rows, DateTimeOffset leasedUntil) => (DoneChunks, DoneCount, LeasedUntil) = (DoneChunks + 1, DoneCount + rows, leasedUntil);

    /// <summary>Takes it in hand.</summary>
    public void Lease(DateTimeOffset until) => LeasedUntil = until;

    /// <summary>Ends the present phase: nothing is left to do, or a person asked to stop.</summary>
    public void EndPhase(DateTimeOffset at)
    {
        if (Status == ImportStatus.Running) Raise(new FileImported(Id, Kind, MemberId));
        Status = (Status, IsCancelAsked) switch
        {
            (ImportStatus.Checking, true) => ImportStatus.Mapping,
            (ImportStatus.Checking, false) => ImportStatus.Checked,
            (ImportStatus.Running, true) => ImportStatus.Cancelled,
            (ImportStatus.Running, false) => ImportStatus.Finished,
            (ImportStatus.Undoing, true) => ImportStatus.Cancelled,
            (ImportStatus.Undoing, false) => ImportStatus.Undone,
            _ => Status,
        };
        (LeasedUntil, EndedAt, IsCancelAsked) = (null, at, false);
    }

    /// <summary>Ends the present phase before its time, whoever asked for it.</summary>
    /// <param name="at">When.</param>
    /// <param name="why">A sentence for the person who comes back to it.</param>
    public void Stop(DateTimeOffset at, string why)
    {
        (IsCancelAsked, Notes) = (true, [.. Notes, why]);
        EndPhase(at);
    }

    private void Begin(ImportStatus phase) => (Status, DoneChunks, DoneCount, IsCancelAsked) = (phase, 0, 0, false);

    private void SetMapping(ImportMapping mapping) => MappedFields = [.. mapping.Fields.Select(field => field ?? "")];
}
