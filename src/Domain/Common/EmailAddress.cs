using System.Net.Mail;

namespace CrmStudio.Domain.Common;

/// <summary>Rules of an e-mail address: what may be typed, and how two spellings are compared.</summary>
public static class EmailAddress
{
    /// <summary>Longest address accepted (RFC 5321 path limit of 256 octets less the angle brackets).</summary>
    public const int MaxLength = 254;

    /// <summary>True when the text is one plain address, without display name, control characters or spaces.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 2 and <= MaxLength }
        && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && MailAddress.TryCreate(text, out var parsed)
        && parsed.Address == text
        && parsed.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>The form used to recognise the same person: trimmed and lower-cased. The local part is kept as typed otherwise.</summary>
    public static string Normalize(string text) => text.Trim().ToLowerInvariant();
}
