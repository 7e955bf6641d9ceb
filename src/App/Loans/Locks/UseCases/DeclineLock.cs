using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Locks;

namespace CrmStudio.App.Loans.Locks.UseCases;

/// <summary>Declines a request for a lock, and says why.</summary>
public sealed class DeclineLock(LockDesk desk, CurrentMember me)
{
    public sealed record Input(Guid LoanId, Guid LockId, string? Reason);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var open = await desk.OpenAsync("loans.locks.decline", LockPermissions.Desk, input.LoanId, input.LockId, ct);
        if (open.Refused is { } refused) return refused;
        var asked = open.Current!;
        if (asked.TurnDown(open.Loan, input.Reason, open.Today, by: me.Id, at: open.Unit.At) is { IsDone: false } wrong) return wrong.Refusal;
        return await open.SaveAsync($"declined the lock: {asked.ClosedReason}", $"Declined the lock of {open.Loan.BorrowerName}", ct);
    }
}
