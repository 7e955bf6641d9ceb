using System.Security.Cryptography;
using System.Text;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Feeds;

/// <summary>
/// An address under which a member's own calendar reads closings, lock expiries and disclosure dates, without signing in. It shows what the
/// member may see at that moment, and nothing once they may not. Only the hash of its secret is stored.
/// </summary>
public sealed class CalendarFeed : Entity, INamedRecord
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 60;

    /// <summary>Feeds one member may have.</summary>
    public const int Most = 5;

    private CalendarFeed() { }

    /// <summary>A feed of a member; set it and give it a secret next.</summary>
    public CalendarFeed(Guid memberId) => MemberId = memberId;

    /// <summary>Whose it is.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>Where it is used: "My phone".</summary>
    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public string SecretHash { get; private set; } = "";

    /// <summary>Since when the present secret holds.</summary>
    public DateTimeOffset SecretSince { get; private set; }

    /// <summary>Whether borrowers stay unnamed and amounts out, for a calendar that others can see.</summary>
    public bool IsPrivate { get; private set; }

    /// <summary>Whether closings are in it.</summary>
    public bool HasClosings { get; private set; }

    /// <summary>Whether the last days of locks are in it.</summary>
    public bool HasLocks { get; private set; }

    /// <summary>Whether the days a Closing Disclosure must be out by are in it.</summary>
    public bool HasDisclosures { get; private set; }

    /// <summary>When it was switched off, for good.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <inheritdoc />
    public string RecordName => $"Calendar feed {Name}";

    /// <summary>The form a secret is stored and looked up in.</summary>
    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Says what is in it.</summary>
    public Outcome Set(FeedContent content)
    {
        var name = content.Name?.Trim() ?? "";
        if (RevokedAt is not null) return FeedRefusals.Revoked;
        if (name.Length is 0 or > NameMaxLength) return Refusal.Invalid(nameof(Name), $"Name the feed in up to {NameMaxLength} characters.");
        if (content is { HasClosings: false, HasLocks: false, HasDisclosures: false }) return FeedRefusals.Empty;

        (Name, IsPrivate, HasClosings, HasLocks, HasDisclosures) = (name, content.IsPrivate, content.HasClosings, content.HasLocks, content.HasDisclosures);
        return Outcome.Done;
    }

    /// <summary>Gives it a secret; one it had opens nothing from then on.</summary>
    /// <param name="secret">At least 128 random bits.</param>
    /// <param name="at">When.</param>
    public Outcome Seal(string secret, DateTimeOffset at)
    {
        if (RevokedAt is not null) return FeedRefusals.Revoked;
        (SecretHash, SecretSince) = (HashOf(secret), at);
        return Outcome.Done;
    }

    /// <summary>Switches it off, once.</summary>
    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}
