using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Locks;

namespace CrmStudio.Domain.Loans;

/// <summary>The rate lock, as lists and clocks read it. The lock desk's own record of it is the <see cref="RateLock"/>.</summary>
public sealed partial class Loan
{
    /// <summary>Where the lock stands.</summary>
    public LockStatus LockStatus { get; private set; }

    /// <summary>The day the rate was locked.</summary>
    public DateOnly? LockedOn { get; private set; }

    /// <summary>The last day of the lock; of one that ran out, the day it did.</summary>
    public DateOnly? LockExpiresOn { get; private set; }

    /// <summary>Whether a lock stands that has not run out.</summary>
    public bool IsLocked => LockStatus is LockStatus.Locked or LockStatus.Extended or LockStatus.Relocked;

    /// <summary>Locks the rate for a span of days.</summary>
    public Outcome Lock(DateOnly on, DateOnly expires)
    {
        if (expires < on) return Refusal.Invalid(nameof(LockExpiresOn), "A lock cannot expire before it starts.");
        (LockStatus, LockedOn, LockExpiresOn) = (LockStatus.Locked, on, expires);
        ClockChanged();
        return Outcome.Done;
    }

    /// <summary>Takes the lock away.</summary>
    public void Float()
    {
        (LockStatus, LockedOn, LockExpiresOn) = (LockStatus.Floating, null, null);
        ClockChanged();
    }

    /// <summary>Whole days until the lock runs out; negative once it has. Null without a lock, and once the loan has funded: then it did what it was for.</summary>
    public int? LockDaysLeft(DateOnly today) => FundedOn is null ? LockExpiresOn?.DayNumber - today.DayNumber : null;

    /// <summary>Says that a lock was asked of the desk.</summary>
    internal void AskForLock() => LockStatus = LockStatus.Requested;

    /// <summary>Says that nothing is asked of the desk any more.</summary>
    internal void StopAskingForLock() => LockStatus = LockExpiresOn is null ? LockStatus.Floating : LockStatus.Expired;

    /// <summary>Takes over what the desk locked: the rate, the days, and whether it had been locked before.</summary>
    internal void TakeLock(decimal rate, DateOnly on, DateOnly expires, bool isAgain)
    {
        NoteRate = rate;
        (LockStatus, LockedOn, LockExpiresOn) = (isAgain ? LockStatus.Relocked : LockStatus.Locked, on, expires);
        ClockChanged();
    }

    /// <summary>Moves the last day. A relock stays one: its revised estimate is still due.</summary>
    internal void ExtendLock(DateOnly expires)
    {
        LockExpiresOn = expires;
        if (LockStatus != LockStatus.Relocked) LockStatus = LockStatus.Extended;
        ClockChanged();
    }

    /// <summary>Gives the lock up.</summary>
    internal void CancelLock()
    {
        (LockStatus, LockedOn, LockExpiresOn) = (LockStatus.Cancelled, null, null);
        ClockChanged();
    }

    /// <summary>Says that the last day of the lock has passed. The days stay, so that everybody sees which lock it was.</summary>
    /// <returns>Whether there was a lock that has run out.</returns>
    public bool LetLockRunOut(DateOnly today)
    {
        if (!IsLocked || LockExpiresOn is not { } last || last >= today) return false;
        LockStatus = LockStatus.Expired;
        ClockChanged();
        return true;
    }
}
