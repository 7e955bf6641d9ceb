using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>Closings and lock expiries of open loans in a span of days.</summary>
public sealed class LoanCalendarQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Longest span that is read at once.</summary>
    public const int MaxDays = 62;

    /// <summary>Most entries of each kind in a span.</summary>
    public const int MaxEntries = 2_000;

    public async Task<Outcome<IReadOnlyList<LoanCalendarEntry>>> ReadAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (to < from || to.DayNumber - from.DayNumber > MaxDays) return Refusal.Invalid(nameof(to), $"A calendar shows at most {MaxDays} days.");

        await using var unit = await work.BeginAsync("loans.calendar", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var loans = unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).StillOpen().Where(loan => loan.FundedOn == null);
        var closings = await loans.Where(loan => loan.ClosingOn >= from && loan.ClosingOn <= to).OrderBy(loan => loan.ClosingOn).ThenBy(loan => loan.Id).Take(MaxEntries)
            .Select(loan => new LoanCalendarEntry(loan.Id, loan.BorrowerName, LoanCalendarKind.Closing, loan.ClosingOn!.Value, loan.LockExpiresOn < loan.ClosingOn)).ToListAsync(ct);
        var locks = await loans.Where(loan => loan.LockExpiresOn >= from && loan.LockExpiresOn <= to).OrderBy(loan => loan.LockExpiresOn).ThenBy(loan => loan.Id).Take(MaxEntries)
            .Select(loan => new LoanCalendarEntry(loan.Id, loan.BorrowerName, LoanCalendarKind.LockExpiry, loan.LockExpiresOn!.Value, loan.LockExpiresOn < loan.ClosingOn)).ToListAsync(ct);
        return new Outcome<IReadOnlyList<LoanCalendarEntry>>([.. closings.Concat(locks).OrderBy(entry => entry.On).ThenBy(entry => entry.Kind).ThenBy(entry => entry.Borrower, StringComparer.Ordinal)], null);
    }
}

/// <summary>What falls on a day.</summary>
public enum LoanCalendarKind
{
    /// <summary>The loan closes.</summary>
    Closing,

    /// <summary>Its rate lock runs out.</summary>
    LockExpiry,
}

/// <summary>An entry of the calendar. <see cref="LockGap"/>: the lock runs out before the closing.</summary>
public sealed record LoanCalendarEntry(Guid LoanId, string Borrower, LoanCalendarKind Kind, DateOnly On, bool LockGap);
