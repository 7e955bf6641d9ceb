using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Locks;

namespace CrmStudio.App.Loans.Locks.UseCases;

/// <summary>Declines a request for a lock, or for more days on one, and says why.</summary>
public sealed class DeclineLock(LockDesk desk, CurrentMember me)
{
    public sealed record Input(Guid LoanId, Guid LockId, string? Reason);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var open = await desk.OpenAsync("loans.locks.decline", LockPermissions.Desk, input.LoanId, input.LockId, ct);
        if (open.Refused is { } refused) return refused;
        var asked = open.Current!;
        var what = asked.IsAsked ? "the lock" : "more days on the lock";
        var declined = asked.IsAsked ? asked.TurnDown(open.Loan, input.Reason, open.Today, by: me.Id, at: open.Unit.At) : asked.RefuseMore(input.Reason, by: me.Id, at: open.Unit.At);
        if (!declined.IsDone) return declined.Refusal;
        return await open.SaveAsync($"declined {what}: {input.Reason?.Trim()}", $"Declined {what} for {open.Loan.BorrowerName}", ct);
    }
}
