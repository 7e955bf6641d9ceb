using CrmStudio.App.Leads.Routing.Parts;
using CrmStudio.App.Leads.Routing.Queries;
using CrmStudio.App.Leads.Routing.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Leads.Routing.Pages;

/// <summary>Where it is said who gets which leads.</summary>
public partial class LeadRoutingPage(LeadRoutingQuery query, WriteRoutingRule write, SwitchRoutingRule turn, MoveRoutingRule move, RemoveRoutingRule remove, UndoToast toast)
{
    private LeadRouting? view;
    private Refusal? refusal, formRefusal;
    private RoutingRuleDraft? editing;
    private RoutingTrial? trial;
    private bool isBusy, isTrying;

    protected override Task OnInitializedAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (view, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    private void Edit(RuleLine? rule) => (editing, formRefusal, isTrying) = (RoutingRuleDraft.Of(rule), null, false);

    private void Close() => (editing, formRefusal, isTrying) = (null, null, false);

    private void Try(RoutingRuleDraft? draft) => (isTrying, trial) = (true, draft is null ? null : new RoutingTrial(draft.RuleId, draft.Name.Trim() is { Length: > 0 } name ? name : "New rule", draft.Terms()));

    private async Task SaveAsync()
    {
        if (isBusy || editing is null) return;
        isBusy = true;
        var outcome = await write.RunAsync(new(editing.RuleId, editing.Name, editing.Terms()), CancellationToken.None);
        (isBusy, formRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;   // what was typed stays, with the reason beside it
        Close();
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private async Task DoAsync(Func<Task<Outcome<Changed>>> act)
    {
        if (isBusy) return;
        (isBusy, isTrying) = (true, false);
        toast.Show(await act(), ReloadAsync);
        isBusy = false;
        await ReloadAsync();
    }
}
