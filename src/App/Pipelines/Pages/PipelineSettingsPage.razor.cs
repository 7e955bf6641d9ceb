using CrmStudio.App.Pipelines.Queries;
using CrmStudio.App.Pipelines.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.App.Pipelines.Pages;

/// <summary>Where an administrator shapes the loan pipeline.</summary>
public partial class PipelineSettingsPage(
    PipelineSettingsQuery query, EditStage edit, AddStage add, MoveStage move, RemoveStage remove, UndoToast toast, IEnumerable<RequirableFact> facts)
{
    private PipelineSettings? settings;
    private Refusal? refusal, formRefusal;
    private Guid? editing;
    private StageDraft draft = new();
    private StageDraft added = new();

    protected override Task OnInitializedAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (settings, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    private void Edit(StageLine stage)
    {
        (editing, formRefusal) = (stage.Id, null);
        draft = new StageDraft { Name = stage.Name, Probability = stage.Probability, RotsAfterDays = stage.RotsAfterDays, Facts = [.. stage.RequiredFacts] };
    }

    private void Toggle(string fact, bool isOn)
    {
        draft.Facts.Remove(fact);
        if (isOn) draft.Facts.Add(fact);
    }

    private async Task SaveAsync()
    {
        if (editing is not { } stageId) return;
        var ordered = facts.Select(fact => fact.Name).Where(draft.Facts.Contains).ToList();
        var outcome = await edit.RunAsync(new(stageId, draft.Name, draft.Probability, draft.RotsAfterDays, ordered), CancellationToken.None);
        if (Shown(outcome)) editing = null;
        await ReloadAsync();
    }

    private async Task AddAsync()
    {
        var outcome = await add.RunAsync(new(settings!.Id, added.Name, added.Milestone, added.Probability), CancellationToken.None);
        if (Shown(outcome)) added = new StageDraft();
        await ReloadAsync();
    }

    private async Task MoveAsync(StageLine stage, bool earlier)
    {
        toast.Show(await move.RunAsync(new(settings!.Id, stage.Id, earlier), CancellationToken.None), ReloadAsync);
        await ReloadAsync();
    }

    private async Task RemoveAsync(StageLine stage)
    {
        toast.Show(await remove.RunAsync(new(settings!.Id, stage.Id), CancellationToken.None), ReloadAsync);
        await ReloadAsync();
    }

    /// <summary>A refusal of a field stands at the field, everything else in a toast.</summary>
    private bool Shown(Outcome<Changed> outcome)
    {
        formRefusal = outcome.Refusal;
        if (outcome.Refusal?.Field is null) toast.Show(outcome, ReloadAsync);
        return outcome.IsDone;
    }

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;

    private string Describe(StageLine stage)
    {
        var needs = facts.Where(fact => stage.RequiredFacts.Contains(fact.Name)).Select(fact => fact.Label).ToList();
        return string.Join(" · ", new[]
        {
            Words(stage.Milestone), $"{stage.Probability:0.##} %", stage.RotsAfterDays is { } days ? $"rots after {days} days" : null,
            stage.OpenRecords == 1 ? "1 loan" : $"{stage.OpenRecords:N0} loans", needs.Count > 0 ? "needs " + string.Join(", ", needs) : null,
        }.OfType<string>());
    }

    private static string Words(Milestone milestone) => milestone switch
    {
        Milestone.PreApproval => "Pre-approval",
        Milestone.ConditionalApproval => "Conditional approval",
        Milestone.ClearToClose => "Clear to close",
        _ => milestone.ToString(),
    };

    private sealed class StageDraft
    {
        public string Name { get; set; } = "";

        public Milestone Milestone { get; set; } = Milestone.Processing;

        public decimal Probability { get; set; } = 50;

        public int? RotsAfterDays { get; set; }

        public List<string> Facts { get; set; } = [];
    }
}
