namespace CrmStudio.Domain.Access;

/// <summary>One thing a member may be allowed to do. The catalogue is fixed in code; who holds what is data.</summary>
public sealed record Permission
{
    private readonly IReadOnlyDictionary<BuiltInRole, Scope> defaults;

    /// <summary>Declares a permission and what the built-in roles get of it in a new organization.</summary>
    /// <param name="name">Stable name, <c>room.verb</c>.</param>
    /// <param name="label">What an administrator reads.</param>
    /// <param name="organization">Roles that hold it for the whole organization; Admin always does.</param>
    /// <param name="team">Roles that hold it for their teams.</param>
    /// <param name="own">Roles that hold it for their own records.</param>
    public Permission(string name, string label, BuiltInRole organization = BuiltInRole.None, BuiltInRole team = BuiltInRole.None, BuiltInRole own = BuiltInRole.None)
    {
        (Name, Label) = (name, label);
        defaults = Enum.GetValues<BuiltInRole>()
            .Where(role => role != BuiltInRole.None)
            .Select(role => (role, scope: Widest(role, organization | BuiltInRole.Admin, team, own)))
            .Where(grant => grant.scope is not null)
            .ToDictionary(grant => grant.role, grant => grant.scope!.Value);
    }

    /// <summary>Stable name, stored in <c>role_permissions</c>.</summary>
    public string Name { get; }

    /// <summary>What an administrator reads.</summary>
    public string Label { get; }

    /// <summary>The scope a built-in role starts with, or null when it does not hold the permission.</summary>
    public Scope? DefaultFor(BuiltInRole role) => defaults.TryGetValue(role, out var scope) ? scope : null;

    /// <inheritdoc />
    public override string ToString() => Name;

    /// <summary>Two permissions are the same when their names are.</summary>
    public bool Equals(Permission? other) => other?.Name == Name;

    /// <inheritdoc />
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    private static Scope? Widest(BuiltInRole role, BuiltInRole organization, BuiltInRole team, BuiltInRole own) =>
        organization.HasFlag(role) ? Scope.Organization
        : team.HasFlag(role) ? Scope.Team
        : own.HasFlag(role) ? Scope.Own
        : null;
}
