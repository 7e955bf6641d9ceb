using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Locks;

namespace CrmStudio.App.Loans.Locks.UseCases;

/// <summary>Asks the desk to move the last day of a lock.</summary>
public sealed class AskForExtension(LockDesk desk, CurrentMember me)
{
    /// <param name="LockId">The lock that was seen; null for one the desk has not in its books.</param>
    public sealed record Input(Guid LoanId, Guid? LockId, int Days, string? Reason);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var open = await desk.OpenAsync("loans.locks.ask-more", LockPermissions.Request, input.LoanId, input.LockId, ct);
        if (open.Refused is { } refused) return refused;
        if (open.Standing() is not { } standing) return LockRefusals.NotLocked;
        if (standing.AskForMore(input.Days, input.Reason, open.Today, by: me.Id, at: open.Unit.At) is { IsDone: false } wrong) return wrong.Refusal;
        return await open.SaveAsync($"asked for {LockWords.Days(input.Days)} more on the lock: {standing.MoreReason}", $"Asked the desk for {LockWords.Days(input.Days)} more for {open.Loan.BorrowerName}", ct);
    }
}
