using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Import;

namespace CrmStudio.Domain.Loans;

/// <summary>A file of loans on its way in: uploaded, mapped, tried dry, run, and taken back if need be.</summary>
public sealed class LoanImport : Entity, INamedRecord
{
    /// <summary>Longest file name.</summary>
    public const int FileNameMaxLength = 200;

    private LoanImport() { }

    /// <summary>A file that has just come in.</summary>
    /// <param name="fileName">As the person's machine calls it.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="mapping">The suggested mapping.</param>
    /// <param name="notes">What the reader found in the file as a whole.</param>
    /// <param name="memberId">Who brought it.</param>
    public LoanImport(string fileName, IEnumerable<string> columns, LoanImportMapping mapping, IEnumerable<string> notes, Guid memberId)
    {
        FileName = fileName.Length <= FileNameMaxLength ? fileName : fileName[..FileNameMaxLength];
        (Columns, Notes, MemberId) = ([.. columns], [.. notes], memberId);
        SetMapping(mapping);
    }

    /// <summary>Name of the file.</summary>
    public string FileName { get; private set; } = "";

    /// <inheritdoc />
    public string RecordName => FileName;

    /// <summary>Who brought it; the import acts with this member's permissions.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>How far it has come.</summary>
    public LoanImportStatus Status { get; private set; }

    /// <summary>Names of the columns.</summary>
    public string[] Columns { get; private set; } = [];

    /// <summary>Field of each column by name; empty for a column that is left out.</summary>
    public string[] MappedFields { get; private set; } = [];

    /// <summary>What was found in the file as a whole.</summary>
    public string[] Notes { get; private set; } = [];

    /// <summary>What to do with loans that are there already.</summary>
    public LoanImportDuplicates Duplicates { get; private set; }

    /// <summary>Rows in the file.</summary>
    public int RowCount { get; private set; }

    /// <summary>Rows done in the present phase.</summary>
    public int DoneCount { get; private set; }

    /// <summary>A person asked to stop.</summary>
    public bool IsCancelAsked { get; private set; }

    /// <summary>Until when a worker has it in hand; one that died lets go by this.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>When the last phase ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>True while a worker has something to do.</summary>
    public bool IsUnderWay => Status is LoanImportStatus.Checking or LoanImportStatus.Running or LoanImportStatus.Undoing;

    /// <summary>The mapping.</summary>
    public LoanImportMapping Mapping() =>
        new(MappedFields.Select(name => Enum.TryParse<LoanImportField>(name, out var field) ? field : (LoanImportField?)null));

    /// <summary>Says how many rows the file has.</summary>
    public void Received(int rows, IEnumerable<string> notes) => (RowCount, Notes) = (rows, [.. notes]);

    /// <summary>Settles mapping and duplicates, and asks for the dry run.</summary>
    public Outcome Check(LoanImportMapping mapping, LoanImportDuplicates duplicates)
    {
        if (Status is not (LoanImportStatus.Mapping or LoanImportStatus.Checked)) return LoanImportRefusals.NotNow(this);
        if (mapping.Fields.Count != Columns.Length) return LoanImportRefusals.OtherColumns;
        if (mapping.Refuse() is { } refusal) return refusal;

        SetMapping(mapping);
        (Duplicates, Status, DoneCount, IsCancelAsked) = (duplicates, LoanImportStatus.Checking, 0, false);
        return Outcome.Done;
    }

    /// <summary>Asks for the loans to be written.</summary>
    public Outcome Start()
    {
        if (Status != LoanImportStatus.Checked) return LoanImportRefusals.NotNow(this);
        (Status, DoneCount, IsCancelAsked) = (LoanImportStatus.Running, 0, false);
        return Outcome.Done;
    }

    /// <summary>Asks to stop after the rows in hand.</summary>
    public Outcome Cancel()
    {
        if (Status is not (LoanImportStatus.Checking or LoanImportStatus.Running)) return LoanImportRefusals.NothingToCancel;
        IsCancelAsked = true;
        return Outcome.Done;
    }

    /// <summary>Asks to take everything back.</summary>
    public Outcome Undo()
    {
        if (Status is not (LoanImportStatus.Finished or LoanImportStatus.Cancelled)) return LoanImportRefusals.NotNow(this);
        (Status, DoneCount, IsCancelAsked) = (LoanImportStatus.Undoing, 0, false);
        return Outcome.Done;
    }

    /// <summary>Notes progress, and keeps the import in hand.</summary>
    public void Advance(int rows, DateTimeOffset leasedUntil) => (DoneCount, LeasedUntil) = (DoneCount + rows, leasedUntil);

    /// <summary>Takes it in hand.</summary>
    public void Lease(DateTimeOffset until) => LeasedUntil = until;

    /// <summary>Ends the present phase: nothing is left to do, or a person asked to stop.</summary>
    public void EndPhase(DateTimeOffset at)
    {
        if (Status == LoanImportStatus.Running) Raise(new LoansImported(Id, MemberId));
        Status = (Status, IsCancelAsked) switch
        {
            (LoanImportStatus.Checking, true) => LoanImportStatus.Mapping,
            (LoanImportStatus.Checking, false) => LoanImportStatus.Checked,
            (LoanImportStatus.Running, true) => LoanImportStatus.Cancelled,
            (LoanImportStatus.Running, false) => LoanImportStatus.Finished,
            (LoanImportStatus.Undoing, _) => LoanImportStatus.Undone,
            _ => Status,
        };
        (LeasedUntil, EndedAt, IsCancelAsked) = (null, at, false);
    }

    private void SetMapping(LoanImportMapping mapping) => MappedFields = [.. mapping.Fields.Select(field => field?.ToString() ?? "")];
}
