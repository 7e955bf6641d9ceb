using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CrmStudio.Infrastructure.Platform.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrmStudio.Testing.Storage;

/// <summary>
/// A bucket that speaks the S3 protocol on a loopback port: PUT, GET, DELETE of objects, and its errors. Every request must carry a
/// right Signature Version 4, over its body too, as at Amazon: the signatures are worked out here again.
/// </summary>
public sealed class S3Server : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly S3Settings settings;

    private S3Server(WebApplication app, S3Settings settings) => (this.app, this.settings) = (app, settings);

    /// <summary>What an app needs to use it.</summary>
    public S3Settings Settings => settings with { Endpoint = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };

    /// <summary>What the bucket holds, by key.</summary>
    public ConcurrentDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    public static async Task<S3Server> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var server = new S3Server(builder.Build(), new S3Settings("papers", null, "us-east-1", "AKIATESTTESTTESTTEST", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYTESTKEY", "crm/"));
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (Signature.Of(request) is not { } signature || signature.AccessKey != settings.AccessKey) { await RefuseAsync(response, 403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records."); return; }
        if (!signature.IsRight(request, settings.SecretKey)) { await RefuseAsync(response, 403, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided."); return; }
        if (request.Path.Value!.Split('/', 3) is not [_, var bucket, { Length: > 0 } key] || bucket != settings.Bucket) { await RefuseAsync(response, 404, "NoSuchBucket", "The specified bucket does not exist"); return; }

        switch (request.Method)
        {
            case "PUT" when await BodyAsync(request) is { } body:
                Objects[key] = body;
                response.Headers.ETag = $"\"{Convert.ToHexStringLower(MD5.HashData(body))}\"";
                break;
            case "PUT":
                await RefuseAsync(response, 403, "SignatureDoesNotMatch", "The body is not the one that was signed.");
                break;
            case "GET" when Objects.TryGetValue(key, out var found):
                response.ContentLength = found.Length;
                await response.Body.WriteAsync(found, context.RequestAborted);
                break;
            case "GET":
                await RefuseAsync(response, 404, "NoSuchKey", "The specified key does not exist.");
                break;
            case "DELETE":
                Objects.TryRemove(key, out _);
                response.StatusCode = 204;
                break;
            default:
                await RefuseAsync(response, 405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
                break;
        }
    }

    private static async Task<byte[]?> BodyAsync(HttpRequest request)
    {
        using var whole = new MemoryStream();
        await request.Body.CopyToAsync(whole);
        return request.Headers["x-amz-content-sha256"] == Convert.ToHexStringLower(SHA256.HashData(whole.ToArray())) ? whole.ToArray() : null;
    }

    private static async Task RefuseAsync(HttpResponse response, int status, string code, string message)
    {
        (response.StatusCode, response.ContentType) = (status, "application/xml");
        await response.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>{message}</Message><RequestId>1</RequestId></Error>");
    }

    /// <summary>The signature of a request (AWS Signature Version 4, header form).</summary>
    private sealed record Signature(string AccessKey, string Scope, string Date, string SignedHeaders, string Value)
    {
        public static Signature? Of(HttpRequest request)
        {
            var header = request.Headers.Authorization.ToString();
            if (!header.StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal)) return null;
            var parts = header["AWS4-HMAC-SHA256 ".Length..].Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
            var credential = parts["Credential"].Split('/', 2);
            return new(credential[0], credential[1], request.Headers["x-amz-date"].ToString(), parts["SignedHeaders"], parts["Signature"]);
        }

        public bool IsRight(HttpRequest request, string secret)
        {
            var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?', 2);
            var query = target.Length == 1 ? "" : string.Join('&', target[1].Split('&').Select(pair => pair.Contains('=', StringComparison.Ordinal) ? pair : pair + "=").Order(StringComparer.Ordinal));
            var headers = string.Concat(SignedHeaders.Split(';').Select(name => $"{name}:{request.Headers[name].ToString().Trim()}\n"));
            var canonical = $"{request.Method}\n{target[0]}\n{query}\n{headers}\n{SignedHeaders}\n{request.Headers["x-amz-content-sha256"]}";
            var text = $"AWS4-HMAC-SHA256\n{Date}\n{Scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
            return Convert.ToHexStringLower(HMACSHA256.HashData(Key(secret), Encoding.UTF8.GetBytes(text))) == Value;
        }

        public byte[] Key(string secret) => Scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
    }
}
