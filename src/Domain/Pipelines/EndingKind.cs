namespace CrmStudio.Domain.Pipelines;

/// <summary>The fixed meanings an ending can have; reporting and notices key on them.</summary>
public enum EndingKind
{
    /// <summary>The lender said no (HMDA action 3).</summary>
    Denied,

    /// <summary>The applicant withdrew (HMDA action 4).</summary>
    Withdrawn,

    /// <summary>Closed for incompleteness (HMDA action 5).</summary>
    Incomplete,

    /// <summary>Approved, not accepted by the applicant (HMDA action 2).</summary>
    ApprovedNotAccepted,

    /// <summary>Lost before an application.</summary>
    Lost,

    /// <summary>Never was a person who wanted a loan.</summary>
    Junk,
}
