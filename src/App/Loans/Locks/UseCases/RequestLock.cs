using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Locks;

namespace CrmStudio.App.Loans.Locks.UseCases;

/// <summary>Asks the desk to lock the rate of a loan: for the first time, or again.</summary>
public sealed class RequestLock(LockDesk desk, CurrentMember me)
{
    public sealed record Input(Guid LoanId, LockTerms Terms, string? Note);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var open = await desk.OpenAsync("loans.locks.request", LockPermissions.Request, input.LoanId, ct);
        if (open.Refused is { } refused) return refused;

        var asked = RateLock.Request(open.Loan, open.Locks, input.Terms, input.Note, open.Policy, by: me.Id, at: open.Unit.At);
        if (!asked.IsDone) return asked.Refusal;
        open.Unit.Db.RateLocks.Add(asked.Value);

        var what = asked.Value.IsRelock ? "relock" : "lock";
        return await open.SaveAsync($"asked for a {what}: {LockWords.Of(input.Terms)}", $"Asked the desk for a {what} of {open.Loan.BorrowerName}", ct);
    }
}
