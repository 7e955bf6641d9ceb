using System.Reflection;

namespace CrmStudio.Domain.Access;

/// <summary>Every permission the product knows, gathered from the <c>…Permissions</c> class of each room.</summary>
public static class PermissionCatalog
{
    /// <summary>All permissions, by name.</summary>
    public static IReadOnlyDictionary<string, Permission> All { get; } = typeof(PermissionCatalog).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Permissions", StringComparison.Ordinal))
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Where(property => property.PropertyType == typeof(Permission))
        .Select(property => (Permission)property.GetValue(null)!)
        .ToDictionary(permission => permission.Name, StringComparer.Ordinal);
}
