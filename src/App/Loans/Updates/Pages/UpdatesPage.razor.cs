using CrmStudio.App.Loans.Updates.Queries;
using CrmStudio.App.Loans.Updates.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.App.Loans.Updates.Pages;

/// <summary>Where status updates are turned on and worded.</summary>
public partial class UpdatesPage(UpdateWordingQuery query, SetUpdatePolicy setPolicy, WordUpdate word, UndoToast toast)
{
    private UpdateWordings? view;
    private Refusal? refusal, policyRefusal, formRefusal;
    private PolicyDraft policy = new();
    private WordingDraft draft = new();
    private (Milestone, UpdateAudience)? editing;
    private bool isBusy;

    protected override Task OnInitializedAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (view, refusal) = (read.Value, read.Refusal);
        if (view is not null) policy = new PolicyDraft { IsOn = view.IsOn, WaitSeconds = view.WaitSeconds };
        StateHasChanged();
    }

    private async Task SavePolicyAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await setPolicy.RunAsync(new(policy.IsOn, policy.WaitSeconds), CancellationToken.None);
        (isBusy, policyRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private void Edit(UpdateWordingLine line)
    {
        (editing, formRefusal) = ((line.Milestone, line.Audience), null);
        draft = new WordingDraft { IsOn = line.Wording.IsOn, Subject = line.Wording.Subject, Text = line.Wording.Text };
    }

    private async Task SaveAsync()
    {
        if (isBusy || editing is not var (milestone, audience)) return;
        isBusy = true;
        var outcome = await word.RunAsync(new(milestone, audience, draft.IsOn, draft.Subject, draft.Text), CancellationToken.None);
        (isBusy, formRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;   // what was typed stays, with the reason beside it
        editing = null;
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;

    private sealed class PolicyDraft
    {
        public bool IsOn { get; set; }

        public int WaitSeconds { get; set; }
    }

    private sealed class WordingDraft
    {
        public bool IsOn { get; set; }

        public string? Subject { get; set; }

        public string? Text { get; set; }
    }
}
