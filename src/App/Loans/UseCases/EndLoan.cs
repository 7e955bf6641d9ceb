using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Compliance;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.UseCases;

/// <summary>Ends a loan without funding: denied, withdrawn, lost and the like.</summary>
public sealed class EndLoan(CrmWork work, RuleBooks rules, CurrentMember me)
{
    /// <param name="Denial">The principal reasons of a denial; other endings have none.</param>
    /// <param name="OtherDenial">The wording of another reason.</param>
    public sealed record Input(Guid LoanId, Guid EndingId, string? Reason, IReadOnlyList<AdverseReason>? Denial = null, string? OtherDenial = null);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.end", LoanPermissions.Advance, ct);
        if (unit.Refused is { } refused) return refused;

        var loan = await unit.Db.Loans.VisibleTo(me, LoanPermissions.Advance)
            .Include(l => l.Visits.Where(visit => visit.LeftAt == null))
            .SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        var ending = await unit.Db.PipelineEndings.SingleOrDefaultAsync(e => e.Id == input.EndingId, ct);
        if (loan is null || ending is null) return Refusal.NotFound;

        var outcome = loan.End(ending, by: me.Id, at: unit.At, input.Reason);
        if (!outcome.IsDone) return outcome.Refusal;

        if (ending.Kind == EndingKind.Denied)
        {
            var denial = AdverseAction.Take(loan.Id, me.DayOf(unit.At), input.Denial ?? [], input.OtherDenial, await rules.ReadAsync(unit, ct), by: me.Id);
            if (!denial.IsDone) return denial.Refusal;
            unit.Db.AdverseActions.Add(denial.Value);
        }

        var summary = $"Ended {loan.BorrowerName}: {ending.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
