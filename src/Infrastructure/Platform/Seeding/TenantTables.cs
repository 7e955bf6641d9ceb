using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>The tables organizations own, each after the tables it refers to: the order to fill them in, and backwards the order to empty them in.</summary>
internal static class TenantTables
{
    public static IReadOnlyList<IEntityType> ParentsFirst(IModel model)
    {
        var ordered = new List<IEntityType>();
        var visited = new HashSet<IEntityType>();
        foreach (var type in CrmDbContext.TenantTypes) Visit(model.FindEntityType(type)!);
        return ordered;

        void Visit(IEntityType type)
        {
            if (!CrmDbContext.TenantTypes.Contains(type.ClrType) || !visited.Add(type)) return;
            foreach (var key in type.GetForeignKeys()) Visit(key.PrincipalEntityType);
            ordered.Add(type);
        }
    }
}
