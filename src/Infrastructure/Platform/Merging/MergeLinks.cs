using System.Runtime.CompilerServices;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmStudio.Infrastructure.Platform.Merging;

/// <summary>
/// Everything that can point at a record, read from the model, so that a table added tomorrow moves with a merge too. A record's id is its own in all
/// tables, so a row that names its record by kind and id is found by the id.
/// </summary>
public static class MergeLinks
{
    /// <summary>What rows that name a record by kind and id call the id.</summary>
    public const string AnyRecord = "EntityId";

    private static readonly ConditionalWeakTable<IEntityType, List<MergeLink>> known = [];

    /// <summary>Columns that point at records of a type.</summary>
    public static IReadOnlyList<MergeLink> To(IEntityType type) => known.GetValue(type, Find);

    /// <summary>Whether rows of a table can move: what only grows stays where it was written, but for columns granted by <see cref="Tables.Movable"/>.</summary>
    private static bool Moves(MergeLink link) =>
        link.Type.ClrType.IsAssignableTo(typeof(Entity)) && (!Tables.AppendOnly.Contains(link.Table) || Tables.Movable.GetValueOrDefault(link.Table) == link.Column);

    private static List<MergeLink> Find(IEntityType type)
    {
        var keys = type.GetReferencingForeignKeys().Select(key => new MergeLink(key.DeclaringEntityType, key.Properties[^1]));
        var loose = type.Model.GetEntityTypes().Where(other => other.FindProperty(AnyRecord) is { } id && id.ClrType == typeof(Guid) && !id.IsForeignKey())
            .Select(other => new MergeLink(other, other.FindProperty(AnyRecord)!));
        return [.. keys.Concat(loose).Where(Moves).DistinctBy(link => (link.Table, link.Column)).OrderBy(link => link.Table, StringComparer.Ordinal).ThenBy(link => link.Column, StringComparer.Ordinal)];
    }
}
