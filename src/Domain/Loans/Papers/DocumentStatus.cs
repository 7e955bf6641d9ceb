namespace CrmStudio.Domain.Loans.Papers;

/// <summary>Where a document on the needs list stands.</summary>
public enum DocumentStatus
{
    /// <summary>Asked for.</summary>
    Requested,

    /// <summary>Files have come and nobody has looked yet.</summary>
    Uploaded,

    /// <summary>Somebody is looking.</summary>
    InReview,

    /// <summary>Good.</summary>
    Accepted,

    /// <summary>Looked at and sent back, with the reason.</summary>
    Rejected,

    /// <summary>Not needed after all, with the reason.</summary>
    NotApplicable,

    /// <summary>Was good until a day that is past.</summary>
    Expired,
}
