namespace CrmStudio.Domain.Compliance;

/// <summary>What kind of fact an audit entry holds.</summary>
public enum AuditAction
{
    /// <summary>A row was added.</summary>
    Insert,

    /// <summary>A row was changed.</summary>
    Update,

    /// <summary>A row was removed.</summary>
    Delete,

    /// <summary>Sensitive rows were read or exported.</summary>
    Read,

    /// <summary>A verb was refused for want of a permission.</summary>
    Refused,
}
