using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace CrmStudio.App.Hosting;

/// <summary>How often one address may knock.</summary>
public sealed record SecurityLimits
{
    /// <summary>Policy of the pages and endpoints that check a password, a code, a passkey or a link.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Policy of borrowers' links: how often one address may try one.</summary>
    public const string Link = "link";

    /// <summary>Policy of what borrowers send: how often one address may send a piece of a file.</summary>
    public const string Pieces = "pieces";

    /// <summary>Policy of calendar feeds: how often one address may ask for one.</summary>
    public const string Feed = "feed";

    /// <summary>Policy of lead forms: how often one address may send to one form.</summary>
    public const string Capture = "capture";

    /// <summary>Policy of the API: how often one key may ask.</summary>
    public const string Api = "api";

    private const int NetworkBits = 64;

    /// <summary>Tries per minute from one address: enough for a branch office that comes in at nine.</summary>
    public int TriesPerMinute { get; init; } = 30;

    /// <summary>Borrowers' links per minute from one address.</summary>
    public int LinksPerMinute { get; init; } = 30;

    /// <summary>Pieces of files per minute from one address: a whole household on a fast line.</summary>
    public int PiecesPerMinute { get; init; } = 600;

    /// <summary>Calendars per minute from one address: an office behind one line, all of whose phones look at once.</summary>
    public int FeedsPerMinute { get; init; } = 120;

    /// <summary>Requests per minute from one address to one form: an open house on one line.</summary>
    public int CapturesPerMinute { get; init; } = 60;

    /// <summary>Requests per minute under one API key.</summary>
    public int ApiCallsPerMinute { get; init; } = 600;

    internal void Apply(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (rejected, ct) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            const string tooMany = "Too many tries from this address. Wait a minute, then try again.";
            if (rejected.HttpContext.Request.Path.StartsWithSegments("/api")) await Results.Problem(tooMany, statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
            else await rejected.HttpContext.Response.WriteAsync(tooMany, ct);
        };
        options.AddPolicy(SignIn, request => HttpMethods.IsPost(request.Request.Method) ? PerMinute(request, TriesPerMinute) : RateLimitPartition.GetNoLimiter("reading"));
        options.AddPolicy(Link, request => PerMinute(request, LinksPerMinute));
        options.AddPolicy(Feed, request => PerMinute(request, FeedsPerMinute));
        options.AddPolicy(Capture, request => PerMinute(request, CapturesPerMinute, request.Request.RouteValues["token"]?.ToString()));
        options.AddPolicy(Api, request => PerMinute(request, ApiCallsPerMinute, request.Request.Headers.Authorization.ToString()));
        options.AddPolicy(Pieces, request => PerMinute(request, PiecesPerMinute));
    }

    private static RateLimitPartition<string> PerMinute(HttpContext request, int permits, string? what = null) =>
        RateLimitPartition.GetSlidingWindowLimiter(KeyOf(request.Connection.RemoteIpAddress) + Short(what), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0,
        });

    // What strangers send is never kept: its hash tells as much apart.
    private static string Short(string? what) => string.IsNullOrEmpty(what) ? "" : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 16));

    // One household or office has a whole /64 of IPv6 addresses.
    private static string KeyOf(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? address.ToString() : Convert.ToHexString(bytes.AsSpan(0, NetworkBits / 8));
    }
}
