using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>A tag on a record. The record is named by kind and id.</summary>
public sealed class RecordTag : Entity
{
    /// <summary>Most records a tag is taken off in one save, so that one undo puts it back.</summary>
    public const int AtOnceLimit = 2_000;

    private RecordTag() { }

    /// <summary>Puts a tag on a record.</summary>
    /// <param name="entityType">Table name of the record.</param>
    /// <param name="entityId">The record.</param>
    /// <param name="tagId">The tag.</param>
    public RecordTag(string entityType, Guid entityId, Guid tagId) => (EntityType, EntityId, TagId) = (entityType, entityId, tagId);

    /// <summary>Table name of the record.</summary>
    public string EntityType { get; private set; } = "";

    /// <summary>The record.</summary>
    public Guid EntityId { get; private set; }

    /// <summary>The tag.</summary>
    public Guid TagId { get; private set; }
}
