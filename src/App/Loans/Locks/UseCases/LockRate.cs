using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Locks;

namespace CrmStudio.App.Loans.Locks.UseCases;

/// <summary>Locks the rate that was asked for, and writes rate and days through to the loan: its clock of the revised estimate starts.</summary>
public sealed class LockRate(LockDesk desk, CurrentMember me)
{
    /// <param name="LockId">The request.</param>
    /// <param name="On">The first day of the lock.</param>
    public sealed record Input(Guid LoanId, Guid LockId, LockGiven Given, DateOnly On);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var open = await desk.OpenAsync("loans.locks.lock", LockPermissions.Desk, input.LoanId, input.LockId, ct);
        if (open.Refused is { } refused) return refused;

        var asked = open.Current!;
        if (asked.Lock(open.Loan, input.Given, open.Before, open.Policy, input.On, open.Today, by: me.Id, at: open.Unit.At) is { IsDone: false } wrong) return wrong.Refusal;

        var what = asked.IsRelock ? "relocked" : "locked";
        var until = LoanWords.Day(asked.ExpiresOn!.Value, open.Today);
        return await open.SaveAsync($"{what} the rate: {LockWords.Of(input.Given.Terms)}, until {until}", $"The rate of {open.Loan.BorrowerName} is {what} until {until}", ct);
    }
}
