using CrmStudio.App.Integrations.Imports.Queries;
using CrmStudio.Domain.Integrations.Imports;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Integrations.Imports.Parts;

/// <summary>Rows with problems, each with the cells that can be mended in place.</summary>
public sealed partial class ProblemRows
{
    private const int CellsOfABrokenRow = 12, LongestShown = 500;

    [Parameter, EditorRequired] public IImportKind Kind { get; set; } = default!;

    [Parameter, EditorRequired] public ImportView View { get; set; } = default!;

    /// <summary>Cells were changed.</summary>
    [Parameter] public EventCallback<(int Line, IReadOnlyDictionary<int, string> Cells)> OnFix { get; set; }

    /// <summary>The next page.</summary>
    [Parameter] public EventCallback OnMore { get; set; }

    /// <summary>Nothing stands before these rows.</summary>
    [Parameter] public bool IsFirstPage { get; set; } = true;

    /// <summary>The first page.</summary>
    [Parameter] public EventCallback OnBack { get; set; }

    private string Title => View.Status switch
    {
        ImportStatus.Checked => "Rows to fix",
        ImportStatus.Undone when View.Count(ImportRowState.Kept) > 0 => $"{ImportWords.Capital(Kind.Nouns.Many)} that were kept, and rows that did not come in",
        _ => "Rows that did not come in",
    };

    private bool CanFix(ImportProblemRow row) => View.Status == ImportStatus.Checked && row.State == ImportRowState.Problem;

    private string? KeyOf(ImportProblemRow row) => View.ColumnOf(Kind.KeyField) is { } column && row.Cells[column].Length > 0 ? Shown(row.Cells[column]) : null;

    // No field takes a longer text, and what is typed comes back over the circuit.
    private static string Shown(string cell) => cell.Length <= LongestShown ? cell : cell[..LongestShown];

    private static bool IsNamed(ImportProblemRow row, string? field) => field is not null && row.Problems.Any(problem => problem.Field == field && !problem.IsWarning);

    private bool IsBad(ImportProblemRow row, int column) => IsNamed(row, View.Fields[column]);

    // What every row must say tells which row it is; then what is wrong. A row the file broke shows more of itself.
    private IEnumerable<int> ToFix(ImportProblemRow row)
    {
        var isBroken = row.Problems.Any(problem => problem.Field is null && !problem.IsWarning);
        return Enumerable.Range(0, View.Columns.Count)
            .Where(column => isBroken || IsBad(row, column) || Kind.Fields.IsNeeded(View.Fields[column]))
            .Take(isBroken ? CellsOfABrokenRow : View.Columns.Count);
    }

    private Task FixAsync(ImportProblemRow row, int column, string text) =>
        OnFix.InvokeAsync((row.Line, new Dictionary<int, string> { [column] = text }));
}
