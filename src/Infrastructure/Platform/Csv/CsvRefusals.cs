using System.Globalization;
using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>Why a file as a whole cannot be read.</summary>
public static class CsvRefusals
{
    /// <summary>There is nothing in it.</summary>
    public static Refusal Empty { get; } = new("csv.empty", "The file is empty. Export it again and check that it has a header row and at least one row below it.");

    /// <summary>It is a workbook.</summary>
    public static Refusal Workbook { get; } = new("csv.workbook", "This is an Excel workbook, not a CSV file. Open it in Excel and choose File, Save As, “CSV UTF-8”.");

    /// <summary>It is something else than text.</summary>
    public static Refusal NotText { get; } = new("csv.not-text", "This file is not a CSV file: it does not hold readable text. Export it again as CSV.");

    /// <summary>Its header is wider than allowed.</summary>
    public static Refusal TooManyColumns(int columns, int limit) => new(
        "csv.too-many-columns",
        string.Create(CultureInfo.InvariantCulture, $"The header has {columns:N0} columns; at most {limit:N0} can be read. Leave out the columns that are not needed."));

    /// <summary>Its header cannot be cut into columns.</summary>
    public static Refusal Header(string why) => new("csv.header", $"The header row cannot be read. {why}");
}
