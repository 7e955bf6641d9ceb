using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace CrmStudio.Infrastructure.Platform.Persistence;

/// <summary>Stores every enum as its name, and lets the database refuse a name the code does not know.</summary>
internal sealed class EnumCheckConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(entity => entity.GetTableName() is not null && !entity.IsMappedToJson()))
            foreach (var property in entity.GetDeclaredProperties())
            {
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (!type.IsEnum) continue;

                property.SetProviderClrType(typeof(string));
                var column = SnakeCaseConvention.Snake(property.Name);
                var names = string.Join(", ", Enum.GetNames(type).Select(name => $"'{name}'"));
                entity.AddCheckConstraint($"ck_{SnakeCaseConvention.Snake(entity.GetTableName()!)}_{column}", $"{column} in ({names})");
            }
    }
}
