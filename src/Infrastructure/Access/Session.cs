namespace CrmStudio.Infrastructure.Access;

/// <summary>A sign-in that stands on the server: the cookie holds its id only, so that ending the row ends the sign-in.</summary>
public sealed class Session
{
    /// <summary>Id in the cookie.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The person.</summary>
    public Guid UserId { get; init; }

    /// <summary>The organization.</summary>
    public Guid OrgId { get; init; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was ended by a person.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Browser, as it names itself.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Address it came from.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The authentication ticket, encrypted by data protection.</summary>
    public byte[] Ticket { get; set; } = [];
}
