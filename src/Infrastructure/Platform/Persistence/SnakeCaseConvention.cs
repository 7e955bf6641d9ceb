using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace CrmStudio.Infrastructure.Platform.Persistence;

/// <summary>Names tables, columns, keys and indexes the way PostgreSQL people write them.</summary>
internal sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    private const string IdentityPrefix = "AspNet";

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var mapped = modelBuilder.Metadata.GetEntityTypes().Where(entity => entity.GetTableName() is not null).ToList();

        foreach (var entity in mapped)
        {
            if (entity.IsMappedToJson()) continue;
            var table = entity.GetTableName()!;
            entity.SetTableName(Snake(table.StartsWith(IdentityPrefix, StringComparison.Ordinal) ? table[IdentityPrefix.Length..] : table), fromDataAnnotation: true);
        }

        // Names derived from tables need every table's final name first.
        foreach (var entity in mapped)
        {
            if (entity.IsMappedToJson())
            {
                if (entity.FindOwnership() is { } ownership && !ownership.PrincipalEntityType.IsMappedToJson())
                    entity.SetContainerColumnName(Snake(entity.GetContainerColumnName() ?? ownership.PrincipalToDependent!.Name), fromDataAnnotation: true);
                continue;
            }

            foreach (var property in entity.GetProperties())
                property.SetColumnName(IsRowVersion(property) ? "xmin" : Snake(property.GetColumnName()), fromDataAnnotation: true);
            foreach (var key in entity.GetKeys()) key.SetName(Snake(key.GetDefaultName()!), fromDataAnnotation: true);
            foreach (var foreignKey in entity.GetForeignKeys()) foreignKey.SetConstraintName(Snake(foreignKey.GetDefaultName()!), fromDataAnnotation: true);
            foreach (var index in entity.GetIndexes())
                if (index.GetDatabaseNameConfigurationSource() is not ConfigurationSource.Explicit)
                    index.SetDatabaseName(Snake(index.GetDefaultDatabaseName()!), fromDataAnnotation: true);
        }
    }

    internal static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var letter = name[i];
            var startsWord = char.IsUpper(letter) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    private static bool IsRowVersion(IConventionProperty property) => property.ClrType == typeof(uint) && property.IsConcurrencyToken;
}
