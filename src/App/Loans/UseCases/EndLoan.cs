using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.UseCases;

/// <summary>Ends a loan without funding: denied, withdrawn, lost and the like.</summary>
public sealed class EndLoan(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LoanId, Guid EndingId, string? Reason);

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

        var summary = $"Ended {loan.BorrowerName}: {ending.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
