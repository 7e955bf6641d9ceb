using System.Security.Cryptography;
using System.Text;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>
/// A key under which a program acts for the member who made it: with what that member may do at the moment, and no more than the key was made for.
/// Only the hash of its secret is stored.
/// </summary>
public sealed class ApiKey : Entity, INamedRecord
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 60;

    /// <summary>Keys one member may have.</summary>
    public const int Most = 10;

    /// <summary>Days a key holds at most.</summary>
    public const int MaxDays = 730;

    /// <summary>How often its last use is noted.</summary>
    public static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(5);

    private ApiKey() { }

    private ApiKey(Guid memberId, string name, string[] scopes, string secret, DateTimeOffset expiresAt) =>
        (MemberId, Name, Scopes, SecretHash, ExpiresAt) = (memberId, name, scopes, HashOf(secret), expiresAt);

    /// <summary>For whom it acts.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>What uses it: "Website sync".</summary>
    public string Name { get; private set; } = "";

    /// <summary>Names of the permissions it was made for.</summary>
    public string[] Scopes { get; private set; } = [];

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public string SecretHash { get; private set; } = "";

    /// <summary>Until when it holds.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was last used, to within <see cref="NotedEvery"/>.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>When it was switched off, for good.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <inheritdoc />
    public string RecordName => $"API key {Name}";

    /// <summary>The form a secret is stored and looked up in.</summary>
    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A key of a member; refuses one without a name, without a use or without an end.</summary>
    /// <param name="memberId">For whom it acts.</param>
    /// <param name="name">What uses it.</param>
    /// <param name="scopes">Names of permissions.</param>
    /// <param name="days">Days it holds.</param>
    /// <param name="secret">At least 128 random bits.</param>
    /// <param name="now">Now.</param>
    public static Outcome<ApiKey> Make(Guid memberId, string? name, IReadOnlyCollection<string> scopes, int days, string secret, DateTimeOffset now)
    {
        name = name?.Trim() ?? "";
        if (name.Length is 0 or > NameMaxLength) return Refusal.Invalid(nameof(Name), $"Name the key in up to {NameMaxLength} characters: what uses it.");
        if (days is < 1 or > MaxDays) return Refusal.Invalid(nameof(ExpiresAt), $"A key holds between 1 and {MaxDays} days.");
        string[] chosen = [.. scopes.Distinct().Order(StringComparer.Ordinal)];
        if (chosen.Length == 0) return Refusal.Invalid(nameof(Scopes), "Choose what the key may do.");
        return chosen.All(PermissionCatalog.All.ContainsKey) ? new ApiKey(memberId, name, chosen, secret, now.AddDays(days)) : Refusal.Invalid(nameof(Scopes), "A key is for permissions there are.");
    }

    /// <summary>Whether it opens anything.</summary>
    public bool Opens(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    /// <summary>Switches it off, once.</summary>
    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}
