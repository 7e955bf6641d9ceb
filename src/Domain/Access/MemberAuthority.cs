namespace CrmStudio.Domain.Access;

/// <summary>What a member may do, as read from the database at one moment. Immutable; replaced when it goes stale.</summary>
public sealed record MemberAuthority
{
    /// <summary>The organization.</summary>
    public required Guid OrgId { get; init; }

    /// <summary>Its name, for the shell.</summary>
    public required string OrgName { get; init; }

    /// <summary>True for a demonstration organization.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The member.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The global user behind the member.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The member's name.</summary>
    public required string Name { get; init; }

    /// <summary>Names of the roles held, for the shell.</summary>
    public IReadOnlyList<string> RoleNames { get; init; } = [];

    /// <summary>Ids of the roles held, for feature flags.</summary>
    public IReadOnlySet<Guid> RoleIds { get; init; } = new HashSet<Guid>();

    /// <summary>IANA time zone the member reads times in.</summary>
    public required string TimeZone { get; init; }

    /// <summary>IANA time zone the organization counts its legal days in.</summary>
    public required string OrgTimeZone { get; init; }

    /// <summary>The version of the member's access these grants belong to.</summary>
    public required long AccessVersion { get; init; }

    /// <summary>Permissions held, each with the widest scope of the member's roles.</summary>
    public required IReadOnlyDictionary<string, Scope> Grants { get; init; }

    /// <summary>Members whose records count as the team's.</summary>
    public required IReadOnlySet<Guid> Team { get; init; }
}
