using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Locks;

/// <summary>Opens units of work on the lock of a loan. The use cases around locks begin here, each with its verb and permission.</summary>
public sealed class LockDesk(CrmWork work, CurrentMember me)
{
    /// <summary>Begins, and finds the loan among those the permission reaches, with its locks and the rules of the day.</summary>
    /// <param name="verb">The use case.</param>
    /// <param name="permission">What it takes.</param>
    /// <param name="loanId">The loan.</param>
    /// <param name="seen">The lock the person was looking at; null for none. Another one meanwhile refuses.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<OpenLock> OpenAsync(string verb, Permission permission, Guid loanId, Guid? seen, CancellationToken ct)
    {
        var open = await OpenAsync(verb, permission, loanId, ct);
        if (open.Refused is not null || open.Current?.Id == seen) return open;

        await open.DisposeAsync();
        return new OpenLock(Refusal.ChangedMeanwhile);
    }

    /// <summary>Begins, whatever lock there is.</summary>
    public async Task<OpenLock> OpenAsync(string verb, Permission permission, Guid loanId, CancellationToken ct)
    {
        var unit = await work.BeginAsync(verb, permission, ct);
        if (unit.Refused is { } refused) return new OpenLock(refused);

        var loan = await unit.Db.Loans.VisibleTo(me, permission).SingleOrDefaultAsync(one => one.Id == loanId, ct);
        if (loan is null)
        {
            await unit.DisposeAsync();
            return new OpenLock(Refusal.NotFound);
        }
        var locks = await unit.Db.RateLocks.Include(one => one.Extensions).Where(one => one.LoanId == loanId).OrderBy(one => one.Place).ToListAsync(ct);
        return new OpenLock(unit, loan, locks, (await LockRules.ReadAsync(unit, me.DayOf(unit.At), ct)).Terms, me.Id, me.DayOf(unit.At));
    }

    /// <summary>Why the days and the rate of a loan may not become these by a form; null when they may. What the desk locked, the desk changes.</summary>
    public static async Task<Refusal?> RefuseAsync(CrmUnit unit, CurrentMember me, Loan loan, (DateOnly? On, DateOnly? Expires) days, decimal? rate, CancellationToken ct)
    {
        if (days == (loan.LockedOn, loan.LockExpiresOn) && rate == loan.NoteRate) return null;
        return (await KeptAsync(unit, me, [loan.Id], ct)).Refuse(loan, days, rate);
    }

    /// <summary>What the desk keeps of loans, to ask about many rows of a file with two questions.</summary>
    public static async Task<KeptLocks> KeptAsync(CrmUnit unit, CurrentMember me, IReadOnlyCollection<Guid> loans, CancellationToken ct)
    {
        var kept = await unit.Db.RateLocks.AsNoTracking().Where(one => loans.Contains(one.LoanId) && one.ClosedAt == null).ToDictionaryAsync(one => one.LoanId, ct);
        var mine = await unit.Db.Loans.VisibleTo(me, LockPermissions.Desk).Where(one => loans.Contains(one.Id)).Select(one => one.Id).ToListAsync(ct);
        return new KeptLocks(kept, mine.ToHashSet());
    }
}
