using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Locks;

namespace CrmStudio.App.Loans.Locks.UseCases;

/// <summary>Moves the last day of a lock, for a price and a reason.</summary>
public sealed class ExtendLock(LockDesk desk, CurrentMember me)
{
    /// <param name="LockId">The lock that was seen; null for one the desk has not in its books.</param>
    /// <param name="SeenLast">The last day of the lock that was seen: a lock somebody extended meanwhile is not extended twice by accident.</param>
    /// <param name="Points">The price, in percent of the loan.</param>
    public sealed record Input(Guid LoanId, Guid? LockId, DateOnly? SeenLast, int Days, decimal Points, string? Reason);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var open = await desk.OpenAsync("loans.locks.extend", LockPermissions.Desk, input.LoanId, input.LockId, ct);
        if (open.Refused is { } refused) return refused;
        if (open.Standing() is not { } standing) return LockRefusals.NotLocked;
        if (standing.ExpiresOn is { } last && last != input.SeenLast) return LockRefusals.MovedMeanwhile(last);
        var extended = standing.Extend(open.Loan, input.Days, input.Points, input.Reason, open.Policy, open.Today, by: me.Id, at: open.Unit.At);
        if (!extended.IsDone) return extended.Refusal;
        open.Unit.Db.LockExtensions.Add(extended.Value);

        var until = LoanWords.Day(extended.Value.ToDay, open.Today);
        return await open.SaveAsync(
            $"extended the lock by {LockWords.Days(input.Days)} to {until} for {LockWords.Percent(input.Points)}: {extended.Value.Reason}", $"The lock of {open.Loan.BorrowerName} is extended to {until}", ct);
    }
}
