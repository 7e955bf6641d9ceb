using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>Why an import cannot go on.</summary>
public static class ImportRefusals
{
    /// <summary>The file has no rows.</summary>
    public static Refusal NoRows { get; } = new("imports.no-rows", "The file has a header but no rows below it. Export it again.");

    /// <summary>A mapping for another file.</summary>
    public static Refusal OtherColumns { get; } = new("imports.other-columns", "The mapping does not fit the columns of this file. Open the import again.");

    /// <summary>Nothing is under way.</summary>
    public static Refusal NothingToCancel { get; } = new("imports.nothing-to-cancel", "This import is not under way, so there is nothing to stop.");

    /// <summary>A row that is not waiting.</summary>
    public static Refusal RowDone { get; } = new("imports.row-done", "This row was imported already. Change the record itself.");

    /// <summary>A row that was ready once.</summary>
    public static Refusal NoLongerReady { get; } = new("imports.no-longer-ready", "This row could be taken when it was checked and cannot any more. Check the file again.");

    /// <summary>The step does not fit where the import stands.</summary>
    public static Refusal NotNow(FileImport import) => new("imports.not-now", import.Status switch
    {
        ImportStatus.Mapping => "Match the columns and check the rows first.",
        ImportStatus.Checking => "The rows are being checked. Wait until that is done, or stop it.",
        ImportStatus.Checked => "The rows are checked and not imported yet.",
        ImportStatus.Running => "The import is running. Wait until it is done, or stop it.",
        ImportStatus.Undoing => "The import is being taken back. Wait until that is done.",
        ImportStatus.Undone => "This import was taken back. Upload the file again to import it.",
        ImportStatus.Finished or ImportStatus.Cancelled => "This import is over. Upload the file again to import it.",
        _ => throw new ArgumentOutOfRangeException(nameof(import), import.Status, "Unknown status"),
    });
}
