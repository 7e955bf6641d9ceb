using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>Something a member should know, shown under the bell.</summary>
public sealed class Notification : Entity
{
    private Notification() { }

    /// <summary>Tells a member something.</summary>
    public Notification(Guid memberId, string text, string href, DateTimeOffset at) => (MemberId, Text, Href, At) = (memberId, text, href, at);

    /// <summary>Who is told.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>The words; no amounts, since roles may change before it is read.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where it leads, inside the app.</summary>
    public string Href { get; private set; } = "";

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was read.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Marks it read.</summary>
    public void Read(DateTimeOffset at) => ReadAt ??= at;
}
