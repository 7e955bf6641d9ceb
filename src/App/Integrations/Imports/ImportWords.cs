using CrmStudio.App.Integrations.Imports.Queries;
using CrmStudio.App.Kit.Marks;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Platform.Csv;

namespace CrmStudio.App.Integrations.Imports;

/// <summary>How imports are said on screen.</summary>
public static class ImportWords
{
    public static string Of(ImportStatus status) => status switch
    {
        ImportStatus.Mapping => "Columns to match",
        ImportStatus.Checking => "Being checked",
        ImportStatus.Checked => "Ready to import",
        ImportStatus.Running => "Running",
        ImportStatus.Finished => "Imported",
        ImportStatus.Cancelled => "Stopped",
        ImportStatus.Undoing => "Being taken back",
        ImportStatus.Undone => "Taken back",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status"),
    };

    public static Tone ToneOf(ImportStatus status) => status switch
    {
        ImportStatus.Finished => Tone.Ok,
        ImportStatus.Cancelled => Tone.Warn,
        ImportStatus.Checking or ImportStatus.Running or ImportStatus.Undoing => Tone.Info,
        _ => Tone.Plain,
    };

    /// <summary>What the person may expect next, under the name of the file.</summary>
    public static string Lead(ImportView view, ImportNouns nouns) => view.Status switch
    {
        ImportStatus.Mapping => $"{Rows(view.RowCount)}. Say which column is what, then check them.",
        ImportStatus.Checking => $"{view.DoneCount:N0} of {Rows(view.RowCount)} checked. Nothing is written yet.",
        ImportStatus.Checked when view.Left > 0 && view.Count(ImportRowState.Ready) == 0 => "No row can be imported as it is. Fix rows below, match other columns, or mend the file and upload it again.",
        ImportStatus.Checked => view.Left > 0 ? "Fix rows below, or import the others without them. Nothing is written until you press Import." : "Nothing is written until you press Import, and it can be taken back afterwards.",
        ImportStatus.Running => $"{view.DoneCount:N0} of {Rows(view.DoneCount + view.Count(ImportRowState.Ready))} done. You may leave this page.",
        ImportStatus.Undoing => $"{view.DoneCount:N0} of {Rows(view.DoneCount + view.Written)} done. You may leave this page.",
        ImportStatus.Undone => view.Count(ImportRowState.Kept) > 0 ? $"Everything is as it was, but for the {nouns.Many} that were edited since." : "Everything is as it was before the import.",
        ImportStatus.Cancelled => "Stopped before its end. What came in stays until you take it back.",
        _ => view.Written > 0 ? $"The {nouns.Many} are here. Taking the import back keeps those that are edited until then." : "No row of this file came in.",
    };

    /// <summary>The counts of an import, in the order of its life: those that say nothing are left out.</summary>
    public static IReadOnlyList<(string Label, int Count, Tone Tone)> Figures(ImportView view, ImportNouns nouns)
    {
        var ready = view.Count(ImportRowState.Ready);
        (string Label, int Count, Tone Tone)[] all = view.Status switch
        {
            ImportStatus.Checked =>
            [
                ($"new {nouns.Many}", ready - view.KnownCount, Tone.Plain),
                (view.Duplicates == ImportDuplicates.Update ? "to be changed" : "there already, left as they are", view.KnownCount, Tone.Plain),
                ("to fix", view.Left, Tone.Warn),
            ],
            ImportStatus.Finished or ImportStatus.Cancelled =>
            [
                ($"new {nouns.Many}", view.Count(ImportRowState.Created), Tone.Plain),
                ("changed", view.Count(ImportRowState.Updated), Tone.Plain),
                ("left as they were", view.Count(ImportRowState.Skipped), Tone.Plain),
                ("not imported", view.Left, Tone.Warn),
                ("not reached", ready, Tone.Plain),
            ],
            ImportStatus.Undone =>
            [
                ("reversed", view.Count(ImportRowState.Reversed), Tone.Plain),
                ("kept because edited since", view.Count(ImportRowState.Kept), Tone.Warn),
            ],
            _ => [],
        };
        return [.. all.Where((figure, place) => place == 0 || figure.Count > 0)];
    }

    /// <summary>Why a file was refused, by the code in the address; an unknown code says what always helps.</summary>
    public static string Refused(string code) => code switch
    {
        "csv.empty" => CsvRefusals.Empty.Message,
        "csv.workbook" => CsvRefusals.Workbook.Message,
        "csv.not-text" => CsvRefusals.NotText.Message,
        "csv.too-many-columns" => $"The file has more than {CsvLimits.Default.Columns} columns. Leave out the columns that are not needed.",
        "imports.no-rows" => ImportRefusals.NoRows.Message,
        "imports.too-large" => $"The file has more than {CsvLimits.Default.Rows:N0} rows or is larger than {CsvLimits.Default.FileBytes / 1024 / 1024} MB. Split it into smaller files.",
        "common.not-allowed" => Refusal.NotAllowed.Message,
        _ => "The file could not be read. Export it again as “CSV UTF-8” and try once more.",
    };

    /// <summary>"1 row", "2,400 rows".</summary>
    public static string Rows(int count) => count == 1 ? "1 row" : $"{count:N0} rows";

    /// <summary>"Loans".</summary>
    public static string Capital(string noun) => char.ToUpperInvariant(noun[0]) + noun[1..];
}
