using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>A named set of permissions, each with its scope.</summary>
public sealed class Role : Entity
{
    private readonly List<RolePermission> grants = [];

    private Role() { }

    /// <summary>A role the organization makes itself, without permissions yet.</summary>
    public Role(string name) => Name = name;

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Which built-in role this row started as; <see cref="BuiltInRole.None"/> for own roles.</summary>
    public BuiltInRole BuiltIn { get; private set; }

    /// <summary>The permissions held, with scope.</summary>
    public IReadOnlyList<RolePermission> Grants => grants;

    /// <summary>One of the seven built-in roles with the grants the catalogue declares for it.</summary>
    public static Role From(BuiltInRole builtIn)
    {
        var role = new Role(NameOf(builtIn)) { BuiltIn = builtIn };
        foreach (var permission in PermissionCatalog.All.Values)
            if (permission.DefaultFor(builtIn) is { } scope) role.Grant(permission, scope);
        return role;
    }

    /// <summary>Gives the role a permission, or changes how far it reaches.</summary>
    public void Grant(Permission permission, Scope scope)
    {
        Withdraw(permission);
        grants.Add(new RolePermission(Id, permission.Name, scope));
    }

    /// <summary>Takes a permission away.</summary>
    public void Withdraw(Permission permission) => grants.RemoveAll(grant => grant.Permission == permission.Name);

    private static string NameOf(BuiltInRole builtIn) => builtIn switch
    {
        BuiltInRole.LoanOfficer => "Loan officer",
        BuiltInRole.SalesRep => "Sales rep",
        _ => builtIn.ToString(),
    };
}
