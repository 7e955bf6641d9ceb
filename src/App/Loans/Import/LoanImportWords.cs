using CrmStudio.App.Kit.Marks;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Csv;

namespace CrmStudio.App.Loans.Import;

/// <summary>How imports are said on screen.</summary>
public static class LoanImportWords
{
    public static string Of(LoanImportStatus status) => status switch
    {
        LoanImportStatus.Mapping => "Columns to match",
        LoanImportStatus.Checking => "Being checked",
        LoanImportStatus.Checked => "Ready to import",
        LoanImportStatus.Running => "Running",
        LoanImportStatus.Finished => "Imported",
        LoanImportStatus.Cancelled => "Stopped",
        LoanImportStatus.Undoing => "Being taken back",
        LoanImportStatus.Undone => "Taken back",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status"),
    };

    public static Tone ToneOf(LoanImportStatus status) => status switch
    {
        LoanImportStatus.Finished => Tone.Ok,
        LoanImportStatus.Cancelled => Tone.Warn,
        LoanImportStatus.Checking or LoanImportStatus.Running or LoanImportStatus.Undoing => Tone.Info,
        _ => Tone.Plain,
    };

    /// <summary>Why a file was refused, by the code in the address; an unknown code says what always helps.</summary>
    public static string Refused(string code) => code switch
    {
        "csv.empty" => CsvRefusals.Empty.Message,
        "csv.workbook" => CsvRefusals.Workbook.Message,
        "csv.not-text" => CsvRefusals.NotText.Message,
        "csv.too-many-columns" => $"The file has more than {CsvLimits.Default.Columns} columns. Leave out the columns that are not needed.",
        "loan-import.no-rows" => LoanImportRefusals.NoRows.Message,
        "loan-import.too-large" => $"The file has more than {CsvLimits.Default.Rows:N0} rows or is larger than {CsvLimits.Default.FileBytes / 1024 / 1024} MB. Split it into smaller files.",
        "common.not-allowed" => Refusal.NotAllowed.Message,
        _ => "The file could not be read. Export it again as “CSV UTF-8” and try once more.",
    };

    /// <summary>"1 row", "2,400 rows".</summary>
    public static string Rows(int count) => count == 1 ? "1 row" : $"{count:N0} rows";
}
