using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>A permission granted to a role.</summary>
public sealed class RolePermission : Entity
{
    private RolePermission() { }

    internal RolePermission(Guid roleId, string permission, Scope scope) => (RoleId, Permission, Scope) = (roleId, permission, scope);

    /// <summary>The role that holds it.</summary>
    public Guid RoleId { get; private set; }

    /// <summary>Name of the permission in the catalogue.</summary>
    public string Permission { get; private set; } = "";

    /// <summary>How far it reaches.</summary>
    public Scope Scope { get; private set; }
}
