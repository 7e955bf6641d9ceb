using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans;

/// <summary>The rate lock.</summary>
public sealed partial class Loan
{
    /// <summary>Where the lock stands.</summary>
    public LockStatus LockStatus { get; private set; }

    /// <summary>The day the rate was locked.</summary>
    public DateOnly? LockedOn { get; private set; }

    /// <summary>The last day of the lock.</summary>
    public DateOnly? LockExpiresOn { get; private set; }

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

    /// <summary>Whole days until the lock runs out; negative once it has. Null without a lock.</summary>
    public int? LockDaysLeft(DateOnly today) => LockExpiresOn?.DayNumber - today.DayNumber;
}
