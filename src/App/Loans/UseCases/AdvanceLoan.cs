using CrmStudio.App.Loans.Clocks;
using CrmStudio.App.Loans.Papers;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.UseCases;

/// <summary>Moves a loan to another stage, or says why it may not move.</summary>
public sealed class AdvanceLoan(CrmWork work, LoanGates gates, CurrentMember me)
{
    public sealed record Input(Guid LoanId, Guid ToStageId, string? Reason);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.advance", LoanPermissions.Advance, ct);
        if (unit.Refused is { } refused) return refused;

        var loan = await unit.Db.Loans.VisibleTo(me, LoanPermissions.Advance)
            .Include(l => l.Visits.Where(visit => visit.LeftAt == null))
            .SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        var stages = await unit.Db.PipelineStages.Where(s => s.Id == input.ToStageId || s.Id == loan.StageId).ToListAsync(ct);
        if (stages.SingleOrDefault(s => s.Id == input.ToStageId) is not { } to) return Refusal.NotFound;

        var from = stages.Single(s => s.Id == loan.StageId);
        await unit.KnowConditionsAsync([loan], [to], ct);
        var gate = await gates.OpenAsync(unit, [loan], ct);
        if (gate.Entering(loan, from, to) is { } barred) return await gate.RefuseAsync(barred, ct);
        var outcome = loan.AdvanceTo(from, to, by: me.Id, at: unit.At, on: me.DayOf(unit.At), input.Reason);
        if (!outcome.IsDone) return outcome.Refusal;

        var summary = $"Moved {loan.BorrowerName} to {to.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
