using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Locks;

namespace CrmStudio.App.Loans.Locks.UseCases;

/// <summary>Takes back a request the desk has not answered.</summary>
public sealed class WithdrawLockRequest(LockDesk desk, CurrentMember me)
{
    public sealed record Input(Guid LoanId, Guid LockId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var open = await desk.OpenAsync("loans.locks.withdraw", LockPermissions.Request, input.LoanId, input.LockId, ct);
        if (open.Refused is { } refused) return refused;
        if (open.Current!.TurnDown(open.Loan, "Taken back", open.Today, by: me.Id, at: open.Unit.At) is { IsDone: false } wrong) return wrong.Refusal;
        return await open.SaveAsync("took the request for a lock back", $"Took back the request for a lock of {open.Loan.BorrowerName}", ct);
    }
}
