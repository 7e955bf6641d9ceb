using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Updates.UseCases;

/// <summary>Holds back updates of a loan that have not left yet: one, or all that wait.</summary>
public sealed class HoldBackUpdate(CrmWork work, CurrentMember me)
{
    /// <param name="UpdateId">Which; null for all of the loan.</param>
    public sealed record Input(Guid LoanId, Guid? UpdateId);

    /// <returns>How many were held back.</returns>
    public async Task<Outcome<int>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.updates.hold-back", UpdatePermissions.Send, ct);
        if (unit.Refused is { } refused) return refused;

        var loans = unit.Db.Loans.VisibleTo(me, UpdatePermissions.Send);
        if (!await loans.AnyAsync(loan => loan.Id == input.LoanId, ct)) return Refusal.NotFound;
        var waiting = await unit.Db.LoanUpdates.Where(update => update.LoanId == input.LoanId && update.State == UpdateState.Waiting && (input.UpdateId == null || update.Id == input.UpdateId)).ToListAsync(ct);
        if (waiting.Count == 0) return UpdateRefusals.NotWaiting;
        foreach (var update in waiting)
            if (update.Cancel(me.Id, "Held back") is { IsDone: false } left) return left.Refusal;

        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? waiting.Count : saved.Refusal;
    }
}
