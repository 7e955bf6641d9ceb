using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans;

/// <summary>Why an import cannot go on.</summary>
public static class LoanImportRefusals
{
    /// <summary>The file has no rows.</summary>
    public static Refusal NoRows { get; } = new("loan-import.no-rows", "The file has a header but no rows below it. Export it again.");

    /// <summary>A mapping for another file.</summary>
    public static Refusal OtherColumns { get; } = new("loan-import.other-columns", "The mapping does not fit the columns of this file. Open the import again.");

    /// <summary>Nothing is under way.</summary>
    public static Refusal NothingToCancel { get; } = new("loan-import.nothing-to-cancel", "This import is not under way, so there is nothing to stop.");

    /// <summary>Somebody else's loan has the number.</summary>
    public static Refusal NumberElsewhere { get; } = new("loan-import.number-elsewhere", "A loan you may not change has this number already.", nameof(Loan.Number));

    /// <summary>A loan for somebody the member may not assign to.</summary>
    public static Refusal NotYours { get; } = new("loan-import.not-yours", "Your role imports loans of your own or your team only.", nameof(Loan.OfficerId));

    /// <summary>A row that is not waiting.</summary>
    public static Refusal RowDone { get; } = new("loan-import.row-done", "This row was imported already. Change the loan itself.");

    /// <summary>A row that was ready once.</summary>
    public static Refusal NoLongerReady { get; } = new("loan-import.no-longer-ready", "This row could be taken when it was checked and cannot any more. Check the file again.");

    /// <summary>The step does not fit where the import stands.</summary>
    public static Refusal NotNow(LoanImport import) => new("loan-import.not-now", import.Status switch
    {
        LoanImportStatus.Mapping => "Match the columns and check the rows first.",
        LoanImportStatus.Checking => "The rows are being checked. Wait until that is done, or stop it.",
        LoanImportStatus.Checked => "The rows are checked and not imported yet.",
        LoanImportStatus.Running => "The import is running. Wait until it is done, or stop it.",
        LoanImportStatus.Undoing => "The import is being taken back. Wait until that is done.",
        LoanImportStatus.Undone => "This import was taken back. Upload the file again to import it.",
        LoanImportStatus.Finished or LoanImportStatus.Cancelled => "This import is over. Upload the file again to import it.",
        _ => throw new ArgumentOutOfRangeException(nameof(import), import.Status, "Unknown status"),
    });
}
