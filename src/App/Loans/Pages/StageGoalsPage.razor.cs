using CrmStudio.App.Kit.MoneyField;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Pages;

/// <summary>Where monthly goals are set, of the organization or of one officer at a time.</summary>
public partial class StageGoalsPage(StageGoalsQuery query, SetStageGoals set, UndoToast toast, CurrentMember me, NavigationManager navigation)
{
    private StageGoals? goals;
    private Refusal? refusal, formRefusal;
    private IReadOnlyList<Draft> drafts = [];
    private bool isBusy;

    /// <summary>Whose goals.</summary>
    [SupplyParameterFromQuery] public Guid? Of { get; set; }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(new(Of), Leaving);
        (goals, refusal, formRefusal) = (read.Value, read.Refusal, null);
        drafts = goals is null ? [] : [.. goals.Stages.Select(stage => new Draft(stage) { Loans = stage.Loans, Amount = stage.Amount })];
        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        if (isBusy || goals is null) return;
        isBusy = true;
        var outcome = await set.RunAsync(new(goals.Of, [.. drafts.Select(draft => new SetStageGoals.Asked(draft.Stage.StageId, draft.Loans, draft.Amount))]), CancellationToken.None);
        (isBusy, formRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;   // what was typed stays, with the reason beside it
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private string? ErrorOf(Draft draft, string field) => formRefusal?.Field == $"{draft.Stage.StageId}.{field}" ? formRefusal.Message : null;

    private static string Usual(StageGoalLine stage) =>
        $"A usual month: {(stage.UsualLoans == 1 ? "1 loan" : $"{stage.UsualLoans:N0} loans")}{(stage.UsualAmount is > 0 ? $", {Dollars.Short(stage.UsualAmount.Value)}" : null)}";

    private sealed class Draft(StageGoalLine stage)
    {
        public StageGoalLine Stage => stage;

        public int? Loans { get; set; }

        public decimal? Amount { get; set; }
    }
}
