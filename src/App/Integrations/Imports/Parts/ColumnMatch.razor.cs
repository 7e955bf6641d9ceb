using CrmStudio.App.Integrations.Imports.Queries;
using CrmStudio.App.Integrations.Imports.UseCases;
using CrmStudio.App.Shell.Drafts;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Integrations.Imports.Parts;

/// <summary>Says which column holds what, starting from the suggestion.</summary>
public sealed partial class ColumnMatch
{
    private const int LongestExample = 60;
    private string?[] chosen = [];
    private ImportDuplicates duplicates;
    private DraftKeeper keeper = default!;

    [Parameter, EditorRequired] public IImportKind Kind { get; set; } = default!;

    [Parameter, EditorRequired] public ImportView View { get; set; } = default!;

    /// <summary>The member has decided.</summary>
    [Parameter] public EventCallback<CheckImport.Input> OnCheck { get; set; }

    [Parameter] public bool IsBusy { get; set; }

    private Refusal? Refusal => Kind.Fields.Refuse(new ImportMapping(chosen));

    protected override void OnInitialized() => (chosen, duplicates) = ([.. View.Fields], View.Duplicates);

    private string? Example(int column) => View.Samples.Select(cells => cells[column]).FirstOrDefault(cell => cell.Length > 0) is { } cell ? $"such as {(cell.Length <= LongestExample ? cell : cell[..LongestExample])}" : null;

    private async Task CheckAsync()
    {
        await keeper.DoneAsync();
        await OnCheck.InvokeAsync(new(Kind.Name, View.Id, chosen, duplicates));
    }

    private void Choose(int column, string? name) => chosen[column] = string.IsNullOrEmpty(name) ? null : name;
}
