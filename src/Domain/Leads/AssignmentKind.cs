namespace CrmStudio.Domain.Leads;

/// <summary>How a lead came to somebody.</summary>
public enum AssignmentKind
{
    /// <summary>A rule chose.</summary>
    Routed,

    /// <summary>They took it.</summary>
    Claimed,

    /// <summary>A person gave it.</summary>
    Given,

    /// <summary>The one before was silent.</summary>
    Reassigned,

    /// <summary>It was put into a pond.</summary>
    Ponded,
}
