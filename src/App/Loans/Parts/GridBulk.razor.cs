using CrmStudio.App.Kit.DataTable;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Loans.Views;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Parts;

/// <summary>What can be done with the selected loans at once: a dry run first, then one save with one way back.</summary>
public partial class GridBulk
{
    // Ids in an address: more would not fit, and the whole view can be taken instead.
    private const int MostInAddress = 150;

    private LoanBulkDialog dialog = default!;

    /// <summary>What is selected.</summary>
    [Parameter, EditorRequired] public DataSelection Selection { get; set; } = default!;

    /// <summary>The view it was selected in.</summary>
    [Parameter, EditorRequired] public LoanView View { get; set; } = LoanView.Everything;

    /// <summary>How many match.</summary>
    [Parameter] public LoanGridFigures? Figures { get; set; }

    /// <summary>Stages and people to choose.</summary>
    [Parameter, EditorRequired] public LoanChoices Choices { get; set; } = default!;

    /// <summary>The loans were changed, or refused to.</summary>
    [Parameter] public EventCallback<Outcome<Changed>> OnChanged { get; set; }

    /// <summary>The selection is another one now.</summary>
    [Parameter] public EventCallback OnSelected { get; set; }

    /// <summary>The selection is another one.</summary>
    public void Redraw() => StateHasChanged();

    private string Said => Selection.IsAll ? $"All {(Figures is null ? "" : GridColumns.Count(Figures))} selected" : $"{Selection.Keys.Count} selected";

    private string File => Selection.IsAll ? LoanUrls.CsvOf(View) : LoanUrls.CsvOf(View, Selection.Keys);

    private Task AllAsync()
    {
        Selection.SetAll();
        return OnSelected.InvokeAsync();
    }

    private Task ClearAsync()
    {
        Selection.Clear();
        return OnSelected.InvokeAsync();
    }

    private async Task AskAsync(BulkField which)
    {
        if (await dialog.AskAsync(which, Said, View, Selection.IsAll ? null : [.. Selection.Keys.Select(Guid.Parse)]) is { } outcome) await OnChanged.InvokeAsync(outcome);
    }
}
