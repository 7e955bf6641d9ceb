using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Moves a condition on its way. Doing without one takes a permission of its own.</summary>
public sealed class MoveCondition(ConditionDesk desk, CurrentMember me)
{
    /// <param name="SeenVersion">The version of it the person was looking at; a newer one refuses. Null moves it from wherever it stands.</param>
    public sealed record Input(Guid ConditionId, ConditionStatus To, string? Reason = null, uint? SeenVersion = null);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        var permission = input.To == ConditionStatus.Waived ? PaperPermissions.Waive : PaperPermissions.Conditions;
        await using var open = await desk.OpenAsync("loans.conditions.move", permission, input.ConditionId, ct);
        if (open.Refused is { } refused) return refused;

        if (input.SeenVersion is { } seen && seen != open.Condition.Version) return Refusal.ChangedMeanwhile;
        var outcome = open.Condition.MoveTo(input.To, input.Reason, me.Id, open.Unit.At);
        return outcome.IsDone ? await open.SaveAsync($"Condition {open.Condition.Number} of {open.Loan.BorrowerName} is {input.To.ToString().ToLowerInvariant()}", ct) : outcome.Refusal;
    }
}
