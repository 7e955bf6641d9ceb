using CrmStudio.App.Loans.Import.Queries;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Import.Parts;

/// <summary>Rows with problems, each with the cells that can be mended in place.</summary>
public sealed partial class ProblemRows
{
    private const int CellsOfABrokenRow = 12;

    [Parameter, EditorRequired] public LoanImportView View { get; set; } = default!;

    /// <summary>Cells were changed.</summary>
    [Parameter] public EventCallback<(Guid RowId, IReadOnlyDictionary<int, string> Cells)> OnFix { get; set; }

    /// <summary>The next page.</summary>
    [Parameter] public EventCallback OnMore { get; set; }

    /// <summary>Nothing stands before these rows.</summary>
    [Parameter] public bool IsFirstPage { get; set; } = true;

    /// <summary>The first page.</summary>
    [Parameter] public EventCallback OnBack { get; set; }

    private string Title => View.Status switch
    {
        LoanImportStatus.Checked => "Rows to fix",
        LoanImportStatus.Undone => "Loans that were kept, and rows that did not come in",
        _ => "Rows that did not come in",
    };

    private bool CanFix(LoanImportProblemRow row) => View.Status == LoanImportStatus.Checked && row.State == LoanImportRowState.Problem;

    private int? ColumnOf(LoanImportField field) => View.Fields.Select((mapped, column) => (mapped, column)).Where(m => m.mapped == field).Select(m => (int?)m.column).FirstOrDefault();

    private static bool IsNamed(LoanImportProblemRow row, LoanImportField? field) => field is not null && row.Problems.Any(problem => problem.Field == field && !problem.IsWarning);

    private bool IsBad(LoanImportProblemRow row, int column) => IsNamed(row, View.Fields[column]);

    // The loan number and the borrower tell which row it is; then what is wrong. A row the file broke shows more of itself.
    private IEnumerable<int> ToFix(LoanImportProblemRow row)
    {
        var isBroken = row.Problems.Any(problem => problem.Field is null && !problem.IsWarning);
        return Enumerable.Range(0, View.Columns.Count)
            .Where(column => isBroken || IsBad(row, column) || View.Fields[column] is LoanImportField.LoanNumber or LoanImportField.BorrowerName or LoanImportField.BorrowerLastName)
            .Take(isBroken ? CellsOfABrokenRow : View.Columns.Count);
    }

    private Task FixAsync(LoanImportProblemRow row, int column, string text) =>
        OnFix.InvokeAsync((row.Id, new Dictionary<int, string> { [column] = text }));
}
