using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Compliance;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.UseCases;

/// <summary>Ends several loans the same way, for the same reason, in one save with one way back.</summary>
public sealed class EndLoans(CrmWork work, RuleBooks rules, CurrentMember me)
{
    /// <param name="Denial">The principal reasons of a denial; other endings have none.</param>
    /// <param name="OtherDenial">The wording of another reason.</param>
    public sealed record Input(IReadOnlyList<Guid> LoanIds, Guid EndingId, string? Reason, IReadOnlyList<AdverseReason>? Denial = null, string? OtherDenial = null);

    /// <returns>What ended and what stayed.</returns>
    public async Task<Outcome<LoansMoved>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.end-many", LoanPermissions.Advance, ct);
        if (unit.Refused is { } refused) return refused;
        if (input.LoanIds.Count > AdvanceLoans.Limit) return LoanRefusals.TooManyAtOnce(AdvanceLoans.Limit);

        var ending = await unit.Db.PipelineEndings.SingleOrDefaultAsync(one => one.Id == input.EndingId, ct);
        if (ending is null) return Refusal.NotFound;
        var (loans, left) = await LoansMoved.ReadAsync(unit, me, input.LoanIds, ct);

        var ended = new List<Loan>();
        foreach (var loan in loans)
        {
            var denial = ending.Kind == EndingKind.Denied
                ? AdverseAction.Take(loan.Id, me.DayOf(unit.At), input.Denial ?? [], input.OtherDenial, await rules.ReadAsync(unit, ct), by: me.Id)
                : (Outcome<AdverseAction>?)null;
            if (denial?.Refusal is { } undecided) return undecided;
            if (loan.End(ending, by: me.Id, at: unit.At, input.Reason).Refusal is { } no) left.Add(new(loan.Id, loan.BorrowerName, no.Message));
            else
            {
                ended.Add(loan);
                if (denial?.Value is { } action) unit.Db.AdverseActions.Add(action);
            }
        }
        return await LoansMoved.SaveAsync(unit, $"Ended {LoansMoved.Named(ended)}: {ending.Name}", ended, left, ct);
    }
}
