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

/// <summary>Asks what several loans should become, with a dry run for every choice, then changes them in one save with one way back.</summary>
public partial class LoanBulkDialog(BulkChangeLoans change)
{
    private ConfirmDialog dialog = default!;
    private BulkField what;
    private LoanView view = LoanView.Everything;
    private IReadOnlyList<Guid>? loanIds;
    private string to = "";
    private DateOnly? closing;
    private BulkResult? plan;
    private string? problem;
    private bool isDrawn;

    /// <summary>Stages and people to choose.</summary>
    [Parameter, EditorRequired] public LoanChoices Choices { get; set; } = default!;

    // Each selected row hands the dialog its choices again: that alone draws nothing.
    private bool isOnlyHanded;

    /// <inheritdoc />
    protected override void OnParametersSet() => isOnlyHanded = isDrawn;

    /// <inheritdoc />
    protected override bool ShouldRender()
    {
        var isToDraw = !isOnlyHanded;
        (isOnlyHanded, isDrawn) = (false, true);
        return isToDraw;
    }

    private string Label => what switch { BulkField.Stage => "Forward to", BulkField.Officer => "Officer", BulkField.Processor => "Processor", _ => "Closing" };

    private IEnumerable<DataChoice> Offered => what == BulkField.Stage
        ? Choices.Stages.Select(stage => new DataChoice(stage.Id.ToString(), stage.Name))
        : Choices.Active.Select(person => new DataChoice(person.Id.ToString(), person.Name)).Append(new DataChoice("", "Nobody"));

    /// <summary>Asks, and changes the loans.</summary>
    /// <param name="which">What changes.</param>
    /// <param name="said">Which loans, in words: "3 selected".</param>
    /// <param name="of">The view they were chosen in.</param>
    /// <param name="ids">The loans; all of the view when null.</param>
    /// <returns>The change or why not; null when the question was closed.</returns>
    public async Task<Outcome<Changed>?> AskAsync(BulkField which, string said, LoanView of, IReadOnlyList<Guid>? ids)
    {
        (what, view, loanIds, closing) = (which, of, ids, null);
        to = which == BulkField.Closing ? "" : Offered.First().Value;
        await PlanAsync();
        if (!await dialog.AskAsync($"Change the loans: {said}", "One step, which you can undo as a whole.", "Change") || plan is not { Count: > 0 }) return null;

        var done = await change.RunAsync(InputOf(isDryRun: false), CancellationToken.None);
        return done.Value?.Changed is { } changed ? changed : done.Refusal ?? nothing;
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

    private BulkChangeLoans.Input InputOf(bool isDryRun) => new(view, loanIds, what, Guid.TryParse(to, out var id) ? id : null, closing, isDryRun);

    private static readonly Refusal nothing = new("loans.bulk-nothing", "Nothing was left to change.");
}
