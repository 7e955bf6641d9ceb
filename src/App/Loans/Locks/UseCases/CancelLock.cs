using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Locks;

namespace CrmStudio.App.Loans.Locks.UseCases;

/// <summary>Gives a lock up: the loan floats again.</summary>
public sealed class CancelLock(LockDesk desk, CurrentMember me)
{
    /// <param name="LockId">The lock that was seen; null for one the desk has not in its books.</param>
    public sealed record Input(Guid LoanId, Guid? LockId, string? Reason);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var open = await desk.OpenAsync("loans.locks.cancel", LockPermissions.Desk, input.LoanId, input.LockId, ct);
        if (open.Refused is { } refused) return refused;
        if (open.Standing() is not { } standing) return LockRefusals.NotLocked;
        if (standing.Cancel(open.Loan, input.Reason, open.Today, by: me.Id, at: open.Unit.At) is { IsDone: false } wrong) return wrong.Refusal;
        return await open.SaveAsync($"cancelled the lock: {standing.ClosedReason}", $"Cancelled the lock of {open.Loan.BorrowerName}", ct);
    }
}
