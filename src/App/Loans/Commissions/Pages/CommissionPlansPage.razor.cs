using CrmStudio.App.Kit.MoneyField;
using CrmStudio.App.Loans.Commissions.Parts;
using CrmStudio.App.Loans.Commissions.Queries;
using CrmStudio.App.Loans.Commissions.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Commissions;

namespace CrmStudio.App.Loans.Commissions.Pages;

/// <summary>Where commission plans are written and assigned.</summary>
public partial class CommissionPlansPage(CommissionPlansQuery query, WriteCommissionPlan write, RetireCommissionPlan retire, AssignCommissionPlan assign, UndoToast toast)
{
    private CommissionPlans? view;
    private Refusal? refusal, formRefusal;
    private PlanDraft? editing;
    private bool isBusy;

    protected override Task OnInitializedAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (view, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    private void Edit(CommissionPlanLine? plan) => (editing, formRefusal) = (PlanDraft.Of(plan), null);

    private async Task SaveAsync()
    {
        if (isBusy || editing is null) return;
        isBusy = true;
        var outcome = await write.RunAsync(new(editing.PlanId, editing.Name, editing.Terms(), editing.IsUsual), CancellationToken.None);
        (isBusy, formRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;   // what was typed stays, with the reason beside it
        editing = null;
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private async Task RetireAsync(CommissionPlanLine plan)
    {
        toast.Show(await retire.RunAsync(new(plan.Id), CancellationToken.None), ReloadAsync);
        await ReloadAsync();
    }

    private async Task AssignAsync(CommissionAssignmentLine line, string? planId)
    {
        toast.Show(await assign.RunAsync(new(line.MemberId, Guid.TryParse(planId, out var id) ? id : null), CancellationToken.None), ReloadAsync);
        await ReloadAsync();
    }

    private static string Described(CommissionTerms terms) => string.Join(" · ", new[]
    {
        $"{terms.BasisPoints:0.##} basis points", terms.Tiers.Count > 0 ? $"{terms.Tiers.Count} tiers" : null, terms.Variations.Count > 0 ? $"{terms.Variations.Count} other rates" : null,
        terms.Flat > 0 ? $"{Dollars.Full(terms.Flat)} flat" : null, terms.Most is { } most ? $"at most {Dollars.Full(most)}" : null, terms.YearlyCap is { } cap ? $"cap {Dollars.Full(cap)} a year" : null,
        terms.ReferralPercent > 0 ? $"{terms.ReferralPercent:0.##} % to the referrer" : null, string.Join(", ", terms.Shares.Select(share => $"{share.Percent:0.##} % {CommissionWords.Of(share.Payee).ToLowerInvariant()}")),
    }.OfType<string>());
}
