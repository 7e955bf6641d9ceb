using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Locks;

/// <summary>One time the last day of a lock was moved.</summary>
public sealed class LockExtension : Entity
{
    private LockExtension() { }

    internal LockExtension(Guid lockId, int place, int days, decimal points, decimal? listedPoints, DateOnly from, string reason, Guid by, DateTimeOffset at) =>
        (LockId, Place, Days, Points, ListedPoints, FromDay, ToDay, Reason, ExtendedBy, ExtendedAt) = (lockId, place, days, points, listedPoints, from, from.AddDays(days), reason, by, at);

    /// <summary>The lock.</summary>
    public Guid LockId { get; private set; }

    /// <summary>Which extension of the lock it is, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>Days.</summary>
    public int Days { get; private set; }

    /// <summary>What it cost, in percent of the loan.</summary>
    public decimal Points { get; private set; }

    /// <summary>What the rules asked for it that day; null when they listed no price.</summary>
    public decimal? ListedPoints { get; private set; }

    /// <summary>The last day before.</summary>
    public DateOnly FromDay { get; private set; }

    /// <summary>The last day since.</summary>
    public DateOnly ToDay { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who extended it.</summary>
    public Guid ExtendedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset ExtendedAt { get; private set; }
}
