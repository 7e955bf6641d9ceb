using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Outbox;

/// <summary>An event stored in the save that raised it, until its reactions have run.</summary>
public sealed class OutboxMessage : IOrganizationOwned
{
    /// <summary>Tries before a message is set aside for a person to look at.</summary>
    public const int MaxAttempts = 8;

    private OutboxMessage() { }

    internal OutboxMessage(string type, string payload, Guid memberId, DateTimeOffset at) =>
        (Type, Payload, MemberId, At, DueAt) = (type, payload, memberId, at, at);

    /// <inheritdoc />
    public Guid OrgId { get; private set; }

    /// <summary>UUID version 7: the order of messages.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Name of the event's class.</summary>
    public string Type { get; private set; } = "";

    /// <summary>The event as JSON.</summary>
    public string Payload { get; private set; } = "";

    /// <summary>Who raised it.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>When it was raised.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it is to be tried next; null once done or set aside.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Failed tries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>What the last failure said.</summary>
    public string? LastError { get; private set; }

    /// <summary>When its reactions had all run.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    internal void Done(DateTimeOffset at) => (DoneAt, DueAt) = (at, null);

    internal void Failed(string error, DateTimeOffset at)
    {
        Attempts++;
        LastError = error.Length > 2000 ? error[..2000] : error;
        DueAt = Attempts >= MaxAttempts ? null : at + TimeSpan.FromSeconds(Math.Pow(4, Attempts));
    }
}
