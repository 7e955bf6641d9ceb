using CrmStudio.App.Loans.Import.Queries;
using CrmStudio.App.Loans.Import.UseCases;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Import.Parts;

/// <summary>Says which column holds what, starting from the suggestion.</summary>
public sealed partial class ColumnMatch
{
    private LoanImportField?[] chosen = [];
    private LoanImportDuplicates duplicates;

    [Parameter, EditorRequired] public LoanImportView View { get; set; } = default!;

    /// <summary>The member has decided.</summary>
    [Parameter] public EventCallback<CheckLoanImport.Input> OnCheck { get; set; }

    [Parameter] public bool IsBusy { get; set; }

    private Refusal? Refusal => new LoanImportMapping(chosen).Refuse();

    protected override void OnInitialized() => (chosen, duplicates) = ([.. View.Fields], View.Duplicates);

    private string? Example(int column) => View.Samples.Select(cells => cells[column]).FirstOrDefault(cell => cell.Length > 0) is { } cell ? $"such as {cell}" : null;

    private void Choose(int column, string? name) => chosen[column] = Enum.TryParse<LoanImportField>(name, out var field) ? field : null;
}
