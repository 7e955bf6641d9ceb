using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace CrmStudio.App.Access.Api;

/// <summary>A new key as its program sends it: shown once, then only the hash of its secret is known.</summary>
/// <param name="Secret">256 random bits.</param>
/// <param name="Token">The organization, then the secret.</param>
public sealed record ApiKeySecret(string Secret, string Token)
{
    private const int SecretBytes = 32;

    public static ApiKeySecret New(Guid orgId)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));
        return new ApiKeySecret(secret, $"{orgId:n}.{secret}");
    }
}
