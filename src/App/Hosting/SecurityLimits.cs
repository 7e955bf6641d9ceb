using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace CrmStudio.App.Hosting;

/// <summary>How often one address may knock.</summary>
public sealed record SecurityLimits
{
    /// <summary>Policy of the pages and endpoints that check a password, a code, a passkey or a link.</summary>
    public const string SignIn = "sign-in";

    private const int NetworkBits = 64;

    /// <summary>Tries per minute from one address: enough for a branch office that comes in at nine.</summary>
    public int TriesPerMinute { get; init; } = 30;

    internal void Apply(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (rejected, ct) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            await rejected.HttpContext.Response.WriteAsync("Too many tries from this address. Wait a minute, then try again.", ct);
        };
        options.AddPolicy(SignIn, request => HttpMethods.IsPost(request.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(KeyOf(request.Connection.RemoteIpAddress), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = TriesPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter("reading"));
    }

    // One household or office has a whole /64 of IPv6 addresses.
    private static string KeyOf(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? address.ToString() : Convert.ToHexString(bytes.AsSpan(0, NetworkBits / 8));
    }
}
