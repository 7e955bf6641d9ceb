using System.Text.Json;
using System.Text.Json.Nodes;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using Microsoft.Net.Http.Headers;

namespace CrmStudio.App.Access.Api;

/// <summary>What a program sent to make or change a record.</summary>
/// <param name="Sent">The JSON object.</param>
/// <param name="Once">How a repeated request is known again.</param>
/// <param name="Version">The version the change was made of; null where none was said.</param>
public sealed record ApiRequest(JsonObject Sent, ApiOnce Once, uint? Version)
{
    /// <summary>Most bytes of a request.</summary>
    public const int MaxBytes = 64 * 1024;

    private static readonly Refusal unreadable = new("access.request-unreadable", "Send one JSON object.");

    /// <summary>Binds the parameter of an endpoint; what is wrong with the request is said when it is asked for.</summary>
    public static async Task<Outcome<ApiRequest>> ReadAsync(HttpContext context, ApiCaller caller, CancellationToken ct)
    {
        if (context.Request.ContentLength > MaxBytes) return unreadable;
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, ct);
            var bytes = body.ToArray();
            if (JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { MaxDepth = 8 }) is not JsonObject { Count: >= 0 } sent) return unreadable;   // counting reads it whole: a field said twice is found here
            var key = context.Request.Headers["Idempotency-Key"] is { Count: > 0 } header ? header.ToString() : null;
            if (key is { Length: 0 or > ApiAnswer.KeyMaxLength }) return AccessRefusals.RequestKeyBad;
            return new ApiRequest(sent, new ApiOnce(caller.KeyId, key, ApiAnswer.HashOf($"{context.Request.Method} {context.Request.Path}", bytes)), VersionOf(context.Request));
        }
        catch (Exception fault) when (fault is JsonException or BadHttpRequestException or ArgumentException)   // no JSON, too long, or a field said twice
        {
            return unreadable;
        }
    }

    private static uint? VersionOf(HttpRequest request) =>
        EntityTagHeaderValue.TryParse(request.Headers.IfMatch.ToString(), out var tag) && uint.TryParse(tag.Tag.AsSpan().Trim('"'), out var version) ? version : null;
}
