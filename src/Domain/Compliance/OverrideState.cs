namespace CrmStudio.Domain.Compliance;

/// <summary>Where an override stands.</summary>
public enum OverrideState
{
    /// <summary>Asked for, not decided.</summary>
    Requested,

    /// <summary>A second person approved it.</summary>
    Approved,

    /// <summary>A second person declined it.</summary>
    Declined,
}
