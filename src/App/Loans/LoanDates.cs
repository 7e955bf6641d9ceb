using CrmStudio.App.Loans.Clocks;
using CrmStudio.App.Loans.Queries;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans;

/// <summary>Reads the days of open loans that somebody must keep: for the calendar page and for members' own calendars alike.</summary>
public sealed class LoanDates(LoanClocks clocks, CurrentMember me)
{
    /// <summary>Most loans of each kind in a span.</summary>
    public const int MaxLoans = 2_000;

    // A Closing Disclosure goes out at most so many days before the closing: three to wait, three for the mail, Sundays and holidays between.
    private const int DisclosureAhead = 14;

    /// <summary>The loans whose days the member may see.</summary>
    public static IQueryable<Loan> Seen(CrmUnit unit, CurrentMember me) =>
        unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).StillOpen().Where(loan => loan.FundedOn == null);

    /// <summary>Reads them.</summary>
    /// <param name="unit">The unit of work, begun with the permission to read loans.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="filter">What is wanted.</param>
    /// <param name="within">Officers of the branch that is wanted; null for all.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<IReadOnlyList<LoanCalendarEntry>> ReadAsync(CrmUnit unit, DateOnly from, DateOnly to, LoanCalendarFilter filter, IReadOnlySet<Guid>? within, CancellationToken ct)
    {
        var loans = Seen(unit, me);
        if (filter.OfficerId is { } one) loans = loans.Where(loan => loan.OfficerId == one);
        if (within?.ToArray() is { } some) loans = loans.Where(loan => loan.OfficerId != null && some.Contains(loan.OfficerId.Value));

        var closing = filter.HasClosings || filter.HasDisclosures
            ? await loans.Where(loan => loan.ClosingOn >= from && loan.ClosingOn <= (filter.HasDisclosures ? to.AddDays(DisclosureAhead) : to)).OrderBy(loan => loan.ClosingOn).ThenBy(loan => loan.Id).Take(MaxLoans).ToListAsync(ct)
            : [];
        var locked = filter.HasLocks
            ? await loans.Where(loan => loan.LockExpiresOn >= from && loan.LockExpiresOn <= to && loan.LockStatus != LockStatus.Cancelled && loan.LockStatus != LockStatus.Requested)
                .OrderBy(loan => loan.LockExpiresOn).ThenBy(loan => loan.Id).Take(MaxLoans).ToListAsync(ct)
            : [];
        var ids = closing.Concat(locked).Select(loan => loan.OfficerId).OfType<Guid>().Distinct().ToArray();
        var names = await unit.Db.Members.AsNoTracking().Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.FirstName + " " + member.LastName, ct);

        var entries = new List<LoanCalendarEntry>();
        if (filter.HasClosings) entries.AddRange(closing.Where(loan => loan.ClosingOn <= to).Select(loan => Entry(loan, LoanCalendarKind.Closing, loan.ClosingOn!.Value, Gap(loan))));
        entries.AddRange(locked.Select(loan => Entry(loan, LoanCalendarKind.LockExpiry, loan.LockExpiresOn!.Value, loan.LockStatus == LockStatus.Expired ? "ran out" : loan.LockExpiresOn < loan.ClosingOn ? "before the closing" : null)));
        if (filter.HasDisclosures) entries.AddRange((await DisclosuresAsync(unit, closing, ct)).Where(entry => entry.On >= from && entry.On <= to));
        // What is done stands last: it is what a short list leaves out.
        return [.. entries.OrderBy(entry => entry.On).ThenBy(entry => entry.IsDone).ThenBy(entry => entry.Kind).ThenBy(entry => entry.Borrower, StringComparer.Ordinal).ThenBy(entry => entry.LoanId)];

        LoanCalendarEntry Entry(Loan loan, LoanCalendarKind kind, DateOnly on, string? warning, bool isDone = false, DateTimeOffset? changed = null) => new(
            loan.Id, loan.Number, loan.BorrowerName, kind, on, warning, isDone, loan.OfficerId is { } officer ? names.GetValueOrDefault(officer) : null, loan.Product,
            me.SeesAmounts() ? loan.Amount : null, changed > loan.UpdatedAt ? changed.Value : loan.UpdatedAt);

        async Task<IEnumerable<LoanCalendarEntry>> DisclosuresAsync(CrmUnit unit, List<Loan> closing, CancellationToken ct)
        {
            var running = closing.Where(loan => loan.ApplicationCompleteOn is not null).ToList();
            if (running.Count == 0) return [];
            var clockOf = await clocks.ReadAsync(unit, running, ct);
            var loanIds = running.Select(loan => loan.Id).ToArray();
            var changed = await unit.Db.Disclosures.AsNoTracking().Where(disclosure => loanIds.Contains(disclosure.LoanId)).GroupBy(disclosure => disclosure.LoanId)
                .Select(sent => new { sent.Key, At = sent.Max(disclosure => disclosure.UpdatedAt) }).ToDictionaryAsync(sent => sent.Key, sent => sent.At, ct);
            return
                from loan in running
                let days = clockOf[loan.Id].ClosingDisclosureBy(loan.ClosingOn!.Value)
                from due in days
                where due.Day is not null
                select Entry(
                    loan, due.Key == "cd-received" ? LoanCalendarKind.DisclosureReceived : LoanCalendarKind.DisclosureMailed, due.Day!.Value,
                    due.State != PlanState.Missed ? null : days[0].State == PlanState.Missed ? "too late for the closing" : "too late to mail: hand it over",
                    due.State == PlanState.Done, changed.TryGetValue(loan.Id, out var at) ? at : null);
        }
    }

    private static string? Gap(Loan loan) => loan.LockExpiresOn < loan.ClosingOn ? "the lock runs out before" : null;
}
