using CrmStudio.Domain.Access;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Platform.Persistence;

/// <summary>Tables whose rows do not ask whether their organization is there.</summary>
internal static class Unbound
{
    /// <summary>Millions of rows made from others that do have the key, in the same transaction: asking again for each costs as much as writing it.</summary>
    public static void WithoutOrganizationKey<T>(this EntityTypeBuilder<T> builder)
        where T : class
    {
        foreach (var key in builder.Metadata.GetForeignKeys().Where(key => key.PrincipalEntityType.ClrType == typeof(Organization)).ToList()) builder.Metadata.RemoveForeignKey(key);
    }
}
