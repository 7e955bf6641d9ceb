using CrmStudio.App.Loans.Mismo;
using CrmStudio.App.Shell.Keys;
using CrmStudio.App.Shell.Palette;
using CrmStudio.Domain.Loans;

namespace CrmStudio.App.Loans;

/// <summary>What the Loans room offers in the command palette, and the keys of its pages.</summary>
internal static class LoanKeys
{
    private const string Board = "On the board", Record = "On a loan", Calendar = "In the calendar";

    public static IReadOnlyList<PaletteEntry> Entries { get; } =
    [
        new(10, "New loan", "plus", LoanPermissions.Open) { Href = LoanUrls.Open, Key = "c", Words = "open create add borrower" },
        new(20, "Import loans", "upload", LoanPermissions.Import) { Href = LoanUrls.Import, Go = "i", Words = "csv file upload" },
        new(21, "Import an application", "upload", LoanPermissions.Import) { Href = MismoUrls.Shelf, Words = "mismo xml du ulad 1003 urla" },
    ];

    public static IReadOnlyList<KeyNote> Notes { get; } =
    [
        new(60, Board, ["J"], "Next card", LoanPermissions.Read),
        new(61, Board, ["K"], "Card before", LoanPermissions.Read),
        new(62, Board, ["←", "→"], "Column beside", LoanPermissions.Read),
        new(63, Board, ["Enter"], "Open the loan", LoanPermissions.Read),
        new(64, Board, ["1–9"], "Move the card to that column", LoanPermissions.Advance),
        new(65, Board, ["M"], "Move to…, or end the loan", LoanPermissions.Advance),
        new(66, Board, ["X"], "Select: what is selected moves together", LoanPermissions.Advance),
        new(67, Board, ["Shift", "↓"], "Select the next card too", LoanPermissions.Advance),
        new(70, Record, ["E"], "Edit", LoanPermissions.Edit),
        new(71, Record, ["1–9"], "Move to that stage", LoanPermissions.Advance),
        new(72, Record, ["N"], "Write a note", LoanPermissions.Note),
        new(80, Calendar, ["T"], "Today", LoanPermissions.Read),
        new(81, Calendar, ["P", "N"], "Before, after", LoanPermissions.Read),
        new(82, Calendar, ["M", "W"], "Month, week", LoanPermissions.Read),
        new(83, Calendar, ["A", "B"], "Agenda, table", LoanPermissions.Read),
        new(84, Calendar, ["←", "↑", "→", "↓"], "From day to day", LoanPermissions.Read),
        new(73, Record, ["L"], "Log a call", LoanPermissions.Note),
    ];
}
