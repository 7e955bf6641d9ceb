using CrmStudio.App.Loans.Papers;
using CrmStudio.App.Loans.Clocks;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.UseCases;

/// <summary>Moves several loans to a stage, forward and back, in one save with one way back. A loan that may not move stays and says why.</summary>
public sealed class AdvanceLoans(CrmWork work, LoanGates gates, CurrentMember me)
{
    /// <summary>Loans one move takes at most.</summary>
    public const int Limit = 200;

    /// <param name="LoanIds">Which.</param>
    /// <param name="ToStageId">Where to.</param>
    /// <param name="Reason">Why some of them go back; the history of those keeps it.</param>
    public sealed record Input(IReadOnlyList<Guid> LoanIds, Guid ToStageId, string? Reason);

    /// <returns>What moved and what stayed. Refused as a whole, with nothing moved, when one of them goes back and no reason is given.</returns>
    public async Task<Outcome<LoansMoved>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.advance-many", LoanPermissions.Advance, ct);
        if (unit.Refused is { } refused) return refused;
        if (input.LoanIds.Count > Limit) return LoanRefusals.TooManyAtOnce(Limit);

        var stages = await unit.Db.PipelineStages.ToDictionaryAsync(stage => stage.Id, ct);
        if (!stages.TryGetValue(input.ToStageId, out var to)) return Refusal.NotFound;
        var (loans, left) = await LoansMoved.ReadAsync(unit, me, input.LoanIds, ct);
        if (input.Reason is null && loans.Exists(loan => loan.IsOpen && to.IsBefore(stages[loan.StageId]))) return LoanRefusals.ReasonNeeded(to);

        await unit.KnowConditionsAsync(loans, [to], ct);
        var gate = await gates.OpenAsync(unit, loans, ct);
        var moved = new List<Loan>();
        foreach (var loan in loans)
        {
            var from = stages[loan.StageId];
            var outcome = from.Id == to.Id ? LoanRefusals.ThereAlready(to)
                : gate.Entering(loan, from, to) is { } barred ? barred
                : loan.AdvanceTo(from, to, by: me.Id, at: unit.At, on: me.DayOf(unit.At), to.IsBefore(from) ? input.Reason : null);
            if (outcome.Refusal is { } no) left.Add(new(loan.Id, loan.BorrowerName, no.Message));
            else moved.Add(loan);
        }
        if (moved.Count == 0) await gate.KeepAsync(ct);
        return await LoansMoved.SaveAsync(unit, $"Moved {LoansMoved.Named(moved)} to {to.Name}", moved, left, ct);
    }
}
