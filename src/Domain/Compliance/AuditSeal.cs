using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Compliance;

/// <summary>
/// The seal of one audit entry: its place in the organization's chain and a hash over the entry and the seal before it.
/// Kept beside the entry, so that sealing never rewrites it.
/// </summary>
public sealed class AuditSeal : IOrganizationOwned
{
    private AuditSeal() { }

    /// <summary>Seals an entry as the next link.</summary>
    public AuditSeal(AuditEntry entry, AuditSeal? previous, DateTimeOffset at)
    {
        (OrgId, Id, Position, SealedAt) = (entry.OrgId, entry.Id, (previous?.Position ?? 0) + 1, at);
        Hash = HashOf(entry, Position, previous?.Hash);
    }

    /// <inheritdoc />
    public Guid OrgId { get; private set; }

    /// <summary>Id of the sealed entry.</summary>
    public Guid Id { get; private set; }

    /// <summary>Place in the chain, from 1, without gaps.</summary>
    public long Position { get; private set; }

    /// <summary>SHA-256 over the entry and the previous hash, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>When it was sealed (UTC).</summary>
    public DateTimeOffset SealedAt { get; private set; }

    /// <summary>The hash an untouched entry must have at its place.</summary>
    public static string HashOf(AuditEntry entry, long position, string? previousHash)
    {
        // Length-prefixed fields: no two different entries can produce the same text.
        var text = new StringBuilder();
        foreach (var field in (string?[])[
            position.ToString(CultureInfo.InvariantCulture), previousHash, entry.OrgId.ToString("N"), entry.Id.ToString("N"),
            entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture), entry.MemberId.ToString("N"), entry.Verb, entry.Action.ToString(),
            entry.EntityType, entry.EntityId.ToString("N"), entry.Before, entry.After])
            text.Append(field?.Length ?? -1).Append(':').Append(field).Append(';');
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
