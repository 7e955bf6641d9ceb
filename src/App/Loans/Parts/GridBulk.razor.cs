using System.Globalization;
using CrmStudio.App.Kit.ConfirmDialog;
using CrmStudio.App.Kit.DataTable;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Loans.Views;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Parts;

/// <summary>What can be done with the selected loans at once: a dry run first, then one save with one way back.</summary>
public partial class GridBulk(BulkChangeLoans change)
{
    // Ids in an address: more would not fit, and the whole view can be taken instead.
    private const int MostInAddress = 150;

    private ConfirmDialog dialog = default!;
    private BulkField what;
    private string to = "";
    private DateOnly? closing;
    private BulkResult? plan;
    private string? problem;

    /// <summary>What is selected.</summary>
    [Parameter, EditorRequired] public DataSelection Selection { get; set; } = default!;

    /// <summary>The view it was selected in.</summary>
    [Parameter, EditorRequired] public LoanView View { get; set; } = LoanView.Everything;

    /// <summary>How many match.</summary>
    [Parameter] public LoanGridFigures? Figures { get; set; }

    /// <summary>Stages and people to choose.</summary>
    [Parameter, EditorRequired] public LoanChoices Choices { get; set; } = default!;

    /// <summary>The loans were changed, or refused to; null words when only the selection changed.</summary>
    [Parameter] public EventCallback<Outcome<Changed>> OnChanged { get; set; }

    /// <summary>The selection is another one now.</summary>
    [Parameter] public EventCallback OnSelected { get; set; }

    private string Said => Selection.IsAll ? $"All {(Figures is null ? "" : GridColumns.Count(Figures))} selected" : $"{Selection.Keys.Count} selected";

    private string File => Selection.IsAll ? LoanUrls.CsvOf(View) : LoanUrls.CsvOf(View, Selection.Keys);

    private string Label => what switch { BulkField.Stage => "Forward to", BulkField.Officer => "Officer", BulkField.Processor => "Processor", _ => "Closing" };

    private IEnumerable<DataChoice> Offered => what == BulkField.Stage
        ? Choices.Stages.Select(stage => new DataChoice(stage.Id.ToString(), stage.Name))
        : Choices.Active.Select(person => new DataChoice(person.Id.ToString(), person.Name)).Append(new DataChoice("", "Nobody"));

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
        (what, closing) = (which, null);
        to = which == BulkField.Closing ? "" : Offered.First().Value;
        await PlanAsync();
        if (!await dialog.AskAsync($"Change the loans: {Said}", "One step, which you can undo as a whole.", "Change") || plan is not { Count: > 0 }) return;

        var done = await change.RunAsync(InputOf(isDryRun: false), CancellationToken.None);
        await OnChanged.InvokeAsync(done.Value?.Changed is { } changed ? changed : done.Refusal ?? LoanBulkNothing);
    }

    private async Task ChooseAsync(ChangeEventArgs chosen)
    {
        to = chosen.Value?.ToString() ?? "";
        if (what == BulkField.Closing) closing = DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        await PlanAsync();
    }

    private async Task PlanAsync()
    {
        var outcome = await change.RunAsync(InputOf(isDryRun: true), Leaving);
        (plan, problem) = (outcome.Value, outcome.Refusal?.Message);
    }

    private BulkChangeLoans.Input InputOf(bool isDryRun) => new(
        View, Selection.IsAll ? null : [.. Selection.Keys.Select(Guid.Parse)], what, Guid.TryParse(to, out var id) ? id : null, closing, isDryRun);

    private static Refusal LoanBulkNothing { get; } = new("loans.bulk-nothing", "Nothing was left to change.");
}
