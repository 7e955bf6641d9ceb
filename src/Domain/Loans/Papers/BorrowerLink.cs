using System.Security.Cryptography;
using System.Text;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Papers;

/// <summary>A link with which a borrower sees their list and sends files, without signing in. Only the hash of its secret is stored.</summary>
public sealed class BorrowerLink : Entity
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private BorrowerLink() { }

    /// <summary>Makes a link for a loan.</summary>
    /// <param name="loanId">The loan whose list it opens.</param>
    /// <param name="secret">Its secret, at least 128 random bits.</param>
    /// <param name="sentTo">Where it goes by mail; null when a member takes it along.</param>
    /// <param name="by">Who made it; empty for the system.</param>
    /// <param name="at">When.</param>
    public BorrowerLink(Guid loanId, string secret, string? sentTo, Guid by, DateTimeOffset at) =>
        (LoanId, SecretHash, SentTo, MadeBy, MadeAt, ExpiresAt) = (loanId, HashOf(secret), sentTo, by, at, at + Lifetime);

    /// <summary>The loan whose list it opens.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public string SecretHash { get; private set; } = "";

    /// <summary>Where it went by mail; null when a member took it along.</summary>
    public string? SentTo { get; private set; }

    /// <summary>Who made it; empty for the system.</summary>
    public Guid MadeBy { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>From this instant on it is dead.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was revoked.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Who revoked it.</summary>
    public Guid? RevokedBy { get; private set; }

    /// <summary>When a file last came through it.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>The form a secret is stored and looked up in.</summary>
    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether it opens the list.</summary>
    public bool Opens(DateTimeOffset at) => RevokedAt is null && at < ExpiresAt;

    /// <summary>Makes it dead, once.</summary>
    public void Revoke(Guid by, DateTimeOffset at)
    {
        if (RevokedAt is null) (RevokedAt, RevokedBy) = (at, by);
    }

    /// <summary>A file came through it.</summary>
    public void Use(DateTimeOffset at) => UsedAt = at;
}
