namespace CrmStudio.Domain.Loans.Papers;

/// <summary>Where a condition stands.</summary>
public enum ConditionStatus
{
    /// <summary>Nobody has begun.</summary>
    Open,

    /// <summary>What meets it was asked for.</summary>
    Requested,

    /// <summary>What meets it is here.</summary>
    Received,

    /// <summary>It lies with the underwriter.</summary>
    Submitted,

    /// <summary>Met.</summary>
    Cleared,

    /// <summary>The underwriter did not take what was submitted: it is open still.</summary>
    Rejected,

    /// <summary>The underwriter does without it.</summary>
    Waived,
}
