using System.Text.Json;
using System.Text.Json.Nodes;
using CrmStudio.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Platform.Auditing;

/// <summary>Fields of a tracked row as JSON, before or after a save. Audit and undo both read rows through it.</summary>
internal static class RowImage
{
    private const string SecretAnnotation = "Crm:Secret";

    private static readonly HashSet<string> bookkeeping = [nameof(Entity.OrgId), nameof(Entity.CreatedAt), nameof(Entity.UpdatedAt), nameof(Entity.Version)];

    /// <summary>Marks a property that must appear in no audit entry and no undo entry.</summary>
    public static PropertyBuilder<T> IsSecret<T>(this PropertyBuilder<T> property) => property.HasAnnotation(SecretAnnotation, true);

    /// <summary>The properties of an entry that changed: for an added or deleted row all that are set.</summary>
    public static IEnumerable<PropertyEntry> Changed(EntityEntry entry) => entry.Properties.Where(property =>
        IsShown(property.Metadata)
        && (entry.State == EntityState.Modified ? property.IsModified && !Equals(property.OriginalValue, property.CurrentValue) : property.CurrentValue is not null));

    /// <summary>All a deleted row needs to stand again as it was: empty fields too, and when it was made.</summary>
    public static IEnumerable<PropertyEntry> Whole(EntityEntry entry) => entry.Properties.Where(property =>
        (!bookkeeping.Contains(property.Metadata.Name) || property.Metadata.Name == nameof(Entity.CreatedAt))
        && property.Metadata.GetComputedColumnSql() is null);

    /// <summary>Whether a property belongs to an image at all: it is neither bookkeeping nor worked out by the database.</summary>
    public static bool IsShown(IReadOnlyProperty property) => !bookkeeping.Contains(property.Name) && property.GetComputedColumnSql() is null;

    /// <summary>Whether a property is a secret.</summary>
    public static bool IsSecret(IReadOnlyProperty property) => property.FindAnnotation(SecretAnnotation) is not null;

    /// <summary>The values as one JSON object.</summary>
    public static JsonObject Of(IEnumerable<PropertyEntry> properties, bool original)
    {
        var image = new JsonObject();
        foreach (var property in properties)
            image[property.Metadata.Name] = JsonSerializer.SerializeToNode(original ? property.OriginalValue : property.CurrentValue, property.Metadata.ClrType, Json.Options);
        return image;
    }

    /// <summary>A stored value in the type of its property.</summary>
    public static object? Read(JsonNode? value, IReadOnlyProperty property) => value.Deserialize(property.ClrType, Json.Options);
}
