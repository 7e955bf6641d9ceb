using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Changes the words, the step and the day of a condition.</summary>
public sealed class ChangeCondition(ConditionDesk desk)
{
    public sealed record Input(Guid ConditionId, ConditionCategory Category, string Text, DateOnly? DueOn);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var open = await desk.OpenAsync("loans.conditions.change", PaperPermissions.Conditions, input.ConditionId, ct);
        if (open.Refused is { } refused) return refused;

        var outcome = open.Condition.Change(input.Category, input.Text, input.DueOn);
        return outcome.IsDone ? await open.SaveAsync($"Changed condition {open.Condition.Number} of {open.Loan.BorrowerName}", ct) : outcome.Refusal;
    }
}
