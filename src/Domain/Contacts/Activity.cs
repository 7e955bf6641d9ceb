using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>One line of a record's timeline that a person wrote or a system saw. The record is named by kind and id.</summary>
public sealed class Activity : Entity
{
    /// <summary>Longest note.</summary>
    public const int TextMaxLength = 10_000;

    private Activity() { }

    /// <summary>Adds a line to the timeline of a record.</summary>
    public Activity(string entityType, Guid entityId, ActivityKind kind, string text, Guid? memberId, DateTimeOffset at) =>
        (EntityType, EntityId, Kind, Text, MemberId, At) = (entityType, entityId, kind, text, memberId, at);

    /// <summary>Table name of the record.</summary>
    public string EntityType { get; private set; } = "";

    /// <summary>The record.</summary>
    public Guid EntityId { get; private set; }

    /// <summary>What sort of line it is.</summary>
    public ActivityKind Kind { get; private set; }

    /// <summary>The words.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who; null when the system did.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; private set; }
}
