using System.Reflection;
using CrmStudio.Architecture.Tests.Reading;
using CrmStudio.Domain.Access;

namespace CrmStudio.Architecture.Tests.Fence;

/// <summary>What may be asked for is declared in one place for each room, and nowhere else.</summary>
public sealed class PermissionTests
{
    [Fact]
    public void A_permission_is_made_by_the_permissions_class_of_its_room_only()
    {
        var makers = House.Floors.SelectMany(TypeUses.Written)
            .Where(type => TypeUses.Members(type).Any(member => member is ConstructorInfo && member.DeclaringType == typeof(Permission)))
            .Where(type => type != typeof(Permission) && !(type.Name.EndsWith("Permissions", StringComparison.Ordinal) && type.Assembly == House.Domain))
            .Select(type => type.FullName);

        Assert.Empty(makers);
    }

    [Fact]
    public void Every_permission_that_code_uses_is_in_the_catalogue()
    {
        var unknown = from type in House.Floors.SelectMany(TypeUses.Written)
                      from member in TypeUses.Members(type)
                      where member is MethodInfo { IsStatic: true, ReturnType: var returned } && returned == typeof(Permission) && member.DeclaringType!.Assembly == House.Domain
                      let permission = (Permission)((MethodInfo)member).Invoke(null, null)!
                      where !PermissionCatalog.All.ContainsKey(permission.Name)
                      select $"{type.FullName} uses {permission.Name}";

        Assert.Empty(unknown);
    }

    [Fact]
    public void A_permission_is_named_after_its_room()
    {
        var elsewhere = House.Domain.GetTypes().Where(type => type.Name.EndsWith("Permissions", StringComparison.Ordinal))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (House.PlaceOf(type).Room, Permission: (Permission)property.GetValue(null)!)))
            .Where(pair => !pair.Permission.Name.StartsWith(pair.Room.ToLowerInvariant() + ".", StringComparison.Ordinal))
            .Select(pair => $"{pair.Permission.Name} is declared in {pair.Room}");

        Assert.Empty(elsewhere);
    }
}
