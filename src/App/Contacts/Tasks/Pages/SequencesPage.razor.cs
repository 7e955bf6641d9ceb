using CrmStudio.App.Contacts.Tasks.Queries;
using CrmStudio.App.Contacts.Tasks.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Contacts.Tasks.Pages;

/// <summary>Where sequences of tasks are set.</summary>
public partial class SequencesPage(SequencesQuery query, SaveSequence save, RemoveSequence remove, UndoToast toast)
{
    private IReadOnlyList<SequenceLine>? sequences;
    private Refusal? refusal, formRefusal;
    private Draft? draft;
    private bool isBusy;

    protected override Task OnInitializedAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (sequences, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    private void Open(SequenceLine? sequence) => (draft, formRefusal) = (sequence is null ? new Draft { Steps = [new() { Title = "Call" }, new() { AfterDays = 1 }] }
        : new Draft { Id = sequence.Id, Name = sequence.Name, Steps = [.. sequence.Steps.Select(step => new Step { Title = step.Title, AfterDays = step.AfterDays })] }, null);

    private async Task SaveAsync()
    {
        if (isBusy || draft is null) return;
        isBusy = true;
        var outcome = await save.RunAsync(new(draft.Id, draft.Name, [.. draft.Steps.Select(step => (step.Title, step.AfterDays))]), CancellationToken.None);
        (isBusy, formRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;
        draft = null;
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private async Task RemoveAsync(SequenceLine sequence)
    {
        if (isBusy) return;
        isBusy = true;
        toast.Show(await remove.RunAsync(new(sequence.Id), CancellationToken.None), ReloadAsync);
        isBusy = false;
        await ReloadAsync();
    }

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;

    private sealed class Draft
    {
        public Guid? Id { get; init; }

        public string? Name { get; set; }

        public List<Step> Steps { get; init; } = [];
    }

    private sealed class Step
    {
        public string? Title { get; set; }

        public int AfterDays { get; set; }
    }
}
