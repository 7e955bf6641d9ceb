using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Changes the words, the step and the day of a condition.</summary>
public sealed class ChangeCondition(ConditionDesk desk)
{
    /// <param name="SeenVersion">The version of it the person was looking at; a newer one refuses.</param>
    public sealed record Input(Guid ConditionId, uint SeenVersion, ConditionTerms Terms);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var open = await desk.OpenAsync("loans.conditions.change", PaperPermissions.Conditions, input.ConditionId, ct);
        if (open.Refused is { } refused) return refused;

        if (open.Condition.Version != input.SeenVersion) return Refusal.ChangedMeanwhile;
        var outcome = open.Condition.Change(input.Terms.Category, input.Terms.Text, input.Terms.DueOn);
        return outcome.IsDone ? await open.SaveAsync($"Changed condition {open.Condition.Number} of {open.Loan.BorrowerName}", ct) : outcome.Refusal;
    }
}
