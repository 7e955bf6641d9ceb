namespace CrmStudio.Domain.Loans.Updates;

/// <summary>What became of an update.</summary>
public enum UpdateState
{
    /// <summary>Waits, and can be held back.</summary>
    Waiting,

    /// <summary>Is being handed to the mail server.</summary>
    Sending,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>Held back.</summary>
    Cancelled,

    /// <summary>The recipient's server does not take mail for this address.</summary>
    Bounced,

    /// <summary>Did not get through, or nobody knows whether it did.</summary>
    Failed,

    /// <summary>Is written, and leaves only when somebody has reviewed it.</summary>
    Draft,
}
