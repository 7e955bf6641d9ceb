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

    /// <summary>Whether the person came to us; null where that makes no sense.</summary>
    public bool? IsInbound { get; private set; }

    /// <summary>What came of it; null where that makes no sense.</summary>
    public CallResult? Result { get; private set; }

    /// <summary>How long it took, in minutes.</summary>
    public int? Minutes { get; private set; }

    /// <summary>A touch: a call, a message or a meeting with a person, and what came of it.</summary>
    /// <param name="entityType">Table name of the record.</param>
    /// <param name="entityId">The record.</param>
    /// <param name="touch">What it was.</param>
    /// <param name="memberId">Who.</param>
    /// <param name="at">When.</param>
    public static Outcome<Activity> Of(string entityType, Guid entityId, Touch touch, Guid? memberId, DateTimeOffset at)
    {
        var text = touch.Text?.Trim() ?? "";
        if (text.Length > TextMaxLength) return Refusal.Invalid(nameof(Text), $"A note has up to {TextMaxLength:N0} characters.");
        if (touch.Kind == ActivityKind.Note && text.Length == 0) return Refusal.Invalid(nameof(Text), "Write the note first.");
        if (touch.Minutes is < 0 or > 24 * 60) return Refusal.Invalid(nameof(Minutes), "A call takes between 0 minutes and a day.");
        return new Activity(entityType, entityId, touch.Kind, text, memberId, at) { IsInbound = touch.IsInbound, Result = touch.Result, Minutes = touch.Minutes };
    }
}
