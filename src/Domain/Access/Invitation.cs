using System.Security.Cryptography;
using System.Text;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>A single-use link that lets a person join the organization. Only the hash of its secret is stored.</summary>
public sealed class Invitation : Entity
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private Invitation() { }

    /// <summary>Invites an e-mail address into a role and, optionally, a team.</summary>
    public Invitation(string email, Guid roleId, Guid? teamId, Guid invitedBy, string secret, DateTimeOffset at)
    {
        (Email, RoleId, TeamId, InvitedBy, ExpiresAt) = (EmailAddress.Normalize(email), roleId, teamId, invitedBy, at + Lifetime);
        SecretHash = HashOf(secret);
    }

    /// <summary>Where the link was sent.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The role the person gets.</summary>
    public Guid RoleId { get; private set; }

    /// <summary>The team the person joins.</summary>
    public Guid? TeamId { get; private set; }

    /// <summary>Who invited.</summary>
    public Guid InvitedBy { get; private set; }

    /// <summary>SHA-256 of the secret in the link, in hexadecimal.</summary>
    public string SecretHash { get; private set; } = "";

    /// <summary>After this instant the link is dead.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was used.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>The form a secret is stored and looked up in.</summary>
    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Uses the link up, once.</summary>
    public Outcome Accept(DateTimeOffset at)
    {
        if (AcceptedAt is not null || at >= ExpiresAt) return AccessRefusals.InvitationInvalid;
        AcceptedAt = at;
        return Outcome.Done;
    }
}
