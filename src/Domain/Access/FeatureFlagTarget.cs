namespace CrmStudio.Domain.Access;

/// <summary>Whom a feature flag rule covers.</summary>
public enum FeatureFlagTarget
{
    /// <summary>Everybody who holds a role.</summary>
    Role,

    /// <summary>One member.</summary>
    Member,

    /// <summary>A sticky share of the members.</summary>
    Percentage,
}
