using System.Security.Cryptography;
using System.Text;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>What a program was answered when it made something. Who sends the same request again under the same key of theirs gets the same answer, and nothing is made twice.</summary>
public sealed class ApiAnswer : Entity, IKeptAsItCame
{
    /// <summary>Longest key.</summary>
    public const int KeyMaxLength = 100;

    private ApiAnswer() { }

    /// <summary>An answer.</summary>
    /// <param name="apiKeyId">Under which key the program acts.</param>
    /// <param name="key">What the program calls the request.</param>
    /// <param name="requestHash">Hash of what it sent.</param>
    /// <param name="recordId">The record that was made.</param>
    /// <param name="body">What it was answered.</param>
    public ApiAnswer(Guid apiKeyId, string key, string requestHash, Guid recordId, string body) => (ApiKeyId, Key, RequestHash, RecordId, Body) = (apiKeyId, key, requestHash, recordId, body);

    /// <summary>Under which key the program acts.</summary>
    public Guid ApiKeyId { get; private set; }

    /// <summary>What the program calls the request.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Hash of what it sent.</summary>
    public string RequestHash { get; private set; } = "";

    /// <summary>The record that was made.</summary>
    public Guid RecordId { get; private set; }

    /// <summary>What it was answered, as JSON.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The form a request is compared in.</summary>
    /// <param name="address">Method and path.</param>
    /// <param name="body">What was sent.</param>
    public static string HashOf(string address, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(address + "\n"));
        hash.AppendData(body);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
