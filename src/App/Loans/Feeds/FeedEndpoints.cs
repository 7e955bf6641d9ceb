using System.Security.Cryptography;
using System.Text;
using CrmStudio.App.Hosting;
using CrmStudio.App.Loans.Feeds.Queries;
using CrmStudio.Infrastructure.Platform.Calendars;
using Microsoft.Net.Http.Headers;

namespace CrmStudio.App.Loans.Feeds;

/// <summary>The file a calendar reads.</summary>
public static class FeedEndpoints
{
    public static void MapFeeds(this IEndpointRouteBuilder app) => app.MapMethods(FeedUrls.File, [HttpMethods.Get, HttpMethods.Head], ServeAsync).AllowAnonymous().RequireRateLimiting(SecurityLimits.Feed);

    private static async Task<IResult> ServeAsync(string token, HttpContext request, FeedDoor door, FeedFileQuery files, CancellationToken ct)
    {
        var headers = request.Response.Headers;
        headers.CacheControl = "private, no-store";
        headers["X-Robots-Tag"] = "noindex";
        headers["Referrer-Policy"] = "no-referrer";

        // One answer for what is wrong, revoked, disabled or not allowed, in words: a bare 404 would be drawn as a page.
        if (await door.EnterAsync(token, ct) is not { } feed || await files.ReadAsync(feed, ct) is not { IsDone: true, Value: var file })
            return Results.Text("There is no calendar at this address.", statusCode: StatusCodes.Status404NotFound);

        var content = Encoding.UTF8.GetBytes(file);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"");
        headers.ContentDisposition = "inline; filename=\"crmstudio.ics\"";
        return Results.Bytes(content, CalendarFile.ContentType, entityTag: tag);   // answers 304 to who has these bytes
    }
}
