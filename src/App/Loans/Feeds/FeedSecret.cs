using System.Security.Cryptography;
using CrmStudio.App.Hosting.Settings;
using Microsoft.AspNetCore.WebUtilities;

namespace CrmStudio.App.Loans.Feeds;

/// <summary>A new secret of a feed, and the address that holds it: shown once, then only its hash is known.</summary>
/// <param name="Secret">256 random bits, as they stand in an address.</param>
/// <param name="Address">The address to paste into a calendar.</param>
public sealed record FeedSecret(string Secret, Uri Address)
{
    private const int SecretBytes = 32;

    public static FeedSecret New(CrmSettings settings, Guid orgId)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));
        return new FeedSecret(secret, new Uri(settings.PublicUrl, FeedUrls.ForFile(orgId, secret)));
    }
}
