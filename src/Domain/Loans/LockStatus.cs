namespace CrmStudio.Domain.Loans;

/// <summary>Where the rate lock stands.</summary>
public enum LockStatus
{
    /// <summary>No lock.</summary>
    Floating,

    /// <summary>Asked of the lock desk.</summary>
    Requested,

    /// <summary>Locked until the expiry.</summary>
    Locked,

    /// <summary>Locked, with the expiry moved.</summary>
    Extended,

    /// <summary>Ran out before closing.</summary>
    Expired,

    /// <summary>Given up.</summary>
    Cancelled,

    /// <summary>Locked again after it ran out.</summary>
    Relocked,
}
