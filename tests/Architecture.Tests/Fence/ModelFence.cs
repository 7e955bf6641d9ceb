using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmStudio.Architecture.Tests.Fence;

/// <summary>Walks the model of the database and says where an organization could reach another's rows.</summary>
internal static class ModelFence
{
    private const string OrgId = nameof(Entity.OrgId);

    public static IReadOnlyList<string> HolesIn(IModel model) =>
    [
        .. model.GetEntityTypes().Where(type => type.GetTableName() is not null).SelectMany(type => type.ClrType.IsAssignableTo(typeof(IOrganizationOwned)) ? TenantHoles(type) : SharedHoles(type)),
        .. model.GetEntityTypes().SelectMany(ColumnHoles),
    ];

    private static IEnumerable<string> SharedHoles(IEntityType type)
    {
        if (!Tables.Shared.ContainsKey(type.GetTableName()!)) yield return $"{type.DisplayName()} belongs to no organization, and {type.GetTableName()} is not on the list of shared tables.";
    }

    private static IEnumerable<string> TenantHoles(IEntityType type)
    {
        var name = type.DisplayName();
        if (Tables.Shared.ContainsKey(type.GetTableName()!)) yield return $"{name} belongs to an organization, and {type.GetTableName()} is on the list of shared tables.";
        if (type.FindDeclaredQueryFilter(CrmDbContext.OrganizationFilter) is null) yield return $"{name} lacks the filter {CrmDbContext.OrganizationFilter}.";
        foreach (var key in type.GetKeys().Where(key => key.Properties[0].Name != OrgId)) yield return $"Key ({Names(key.Properties)}) of {name} does not begin with the organization.";
        foreach (var index in type.GetIndexes().Where(index => index.Properties[0].Name != OrgId)) yield return $"Index ({Names(index.Properties)}) of {name} does not begin with the organization.";
        foreach (var link in type.GetForeignKeys().Where(link => link.PrincipalEntityType.ClrType.IsAssignableTo(typeof(IOrganizationOwned))))
            if (link.Properties.Count < 2 || link.Properties[0].Name != OrgId || link.PrincipalKey.Properties[0].Name != OrgId)
                yield return $"Link ({Names(link.Properties)}) of {name} to {link.PrincipalEntityType.DisplayName()} does not begin with the organization on both sides.";
    }

    private static IEnumerable<string> ColumnHoles(IEntityType type)
    {
        foreach (var property in type.GetProperties())
        {
            var name = $"{type.DisplayName()}.{property.Name}";
            var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (clr.IsEnum && !(property.GetColumnType() == "text" && type.GetCheckConstraints().Any(check => check.Sql.StartsWith(property.GetColumnName() + " in (", StringComparison.Ordinal)
                && Enum.GetNames(clr).All(word => check.Sql.Contains($"'{word}'", StringComparison.Ordinal)))))
                yield return $"{name} is an enum and not text with a check of its names.";
            if (clr == typeof(DateTimeOffset) && property.GetColumnType() != "timestamp with time zone") yield return $"{name} is a moment and not a timestamptz.";
            if (clr == typeof(DateTime)) yield return $"{name} is a DateTime, which does not say in which zone.";
            if (clr == typeof(decimal) && property.GetPrecision() is null) yield return $"{name} is a decimal without a precision.";
            if (clr == typeof(double) || clr == typeof(float)) yield return $"{name} is binary floating point: amounts and rates are decimal.";
            if (property.GetColumnName() is { } column && property.Name != nameof(Entity.Version) && column.Any(char.IsUpper)) yield return $"{name} is stored as {column}, which is not snake case.";
        }
    }

    private static string Names(IEnumerable<IReadOnlyProperty> properties) => string.Join(", ", properties.Select(property => property.Name));
}
