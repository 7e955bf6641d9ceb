using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Locks;

namespace CrmStudio.App.Loans.Locks;

/// <summary>Requests and locks in the desk's books, for whoever changes loans some other way.</summary>
/// <param name="Books">What waits or stands, by loan.</param>
/// <param name="Mine">Loans whose lock desk the member is.</param>
public sealed record KeptLocks(IReadOnlyDictionary<Guid, RateLock> Books, IReadOnlySet<Guid> Mine)
{
    /// <summary>Where there is no loan to ask about.</summary>
    public static KeptLocks None { get; } = new(new Dictionary<Guid, RateLock>(), new HashSet<Guid>());

    /// <summary>Why the days and the rate of a loan may not become these; null when they may.</summary>
    public Refusal? Refuse(Loan loan, (DateOnly? On, DateOnly? Expires) days, decimal? rate)
    {
        var kept = Books.GetValueOrDefault(loan.Id);
        if (days != (loan.LockedOn, loan.LockExpiresOn) && (kept is not null || !Mine.Contains(loan.Id))) return LockRefusals.KeptByDesk;
        return rate != loan.NoteRate && kept is { Holds: true } ? LockRefusals.RateIsLocked(kept.Rate) : null;
    }
}
