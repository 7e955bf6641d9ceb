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

        var read = await unit.Db.Loans.VisibleTo(me, LoanPermissions.Advance).Where(l => l.Id == input.LoanId)
            .Include(l => l.Visits.Where(visit => visit.LeftAt == null))
            .Join(unit.Db.PipelineStages, l => l.StageId, stage => stage.Id, (l, stage) => new { Loan = l, From = stage, To = unit.Db.PipelineStages.FirstOrDefault(other => other.Id == input.ToStageId) })
            .SingleOrDefaultAsync(ct);
        if (read is not { To: { } to }) return Refusal.NotFound;

        var (loan, from) = (read.Loan, read.From);
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
