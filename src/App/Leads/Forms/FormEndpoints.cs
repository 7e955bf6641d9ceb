using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrmStudio.App.Hosting;
using CrmStudio.App.Hosting.Settings;
using CrmStudio.App.Leads.Forms.Pages;
using CrmStudio.App.Leads.Forms.UseCases;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads.Forms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CrmStudio.App.Leads.Forms;

/// <summary>
/// Forms as the web meets them: a page that works without a script and may be shown inside the sites the form is for, and the place requests go to,
/// from that page, from a site's own form or from a program.
/// </summary>
public static class FormEndpoints
{
    private const string KeyHeader = "Idempotency-Key";

    public static void MapLeadForms(this IEndpointRouteBuilder app)
    {
        app.MapGet(FormUrls.Page, ShowAsync).AllowAnonymous().RequireRateLimiting(SecurityLimits.Link);
        app.MapPost(FormUrls.Page, TakeAsync).AllowAnonymous().RequireRateLimiting(SecurityLimits.Capture).WithMetadata(new RequestSizeLimitAttribute(SentForm.MaxBytes)).DisableAntiforgery();
        app.MapMethods(FormUrls.Page, [HttpMethods.Options], AskFirstAsync).AllowAnonymous().RequireRateLimiting(SecurityLimits.Capture);
    }

    private static async Task<IResult> ShowAsync(string token, HttpContext request, FormDoor door, FillClock clock, CancellationToken ct, string? sent = null)
    {
        if (await door.EnterAsync(token, ct) is not { } open) return Closed();
        return Page(request, open, clock, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), null, sent is not null);
    }

    // Browsers ask before they send JSON from another site.
    private static async Task<IResult> AskFirstAsync(string token, HttpContext request, FormDoor door, CrmSettings settings, CancellationToken ct)
    {
        if (await door.EnterAsync(token, ct) is not { } open || !Welcomes(request, open.Form, settings)) return Foreign();
        request.Response.Headers.AccessControlAllowMethods = HttpMethods.Post;
        request.Response.Headers.AccessControlAllowHeaders = $"Content-Type, {KeyHeader}";
        request.Response.Headers.AccessControlMaxAge = "600";
        return Results.NoContent();
    }

    private static async Task<IResult> TakeAsync(string token, HttpContext request, FormDoor door, FillClock clock, AcceptCapture accept, CrmSettings settings, TimeProvider time, CancellationToken ct)
    {
        if (request.Request.ContentLength > SentForm.MaxBytes) return TooLong();
        if (await door.EnterAsync(token, ct) is not { } open) return Closed();
        if (!Welcomes(request, open.Form, settings)) return Foreign();

        if (await ReadAsync(request, ct) is not { } read) return TooLong();
        if (read.Value is not { } sent) return Refused(read.Refusal!);
        if (IsSpam(sent, clock)) return Accepted(token, sent, Guid.NewGuid());   // the program learns nothing from the answer

        var inquiry = CaptureReader.Read(sent.Fields);
        if (!inquiry.IsDone) return sent.IsPage ? Page(request, open, clock, sent.Fields, inquiry.Refusal, false) : Refused(inquiry.Refusal);
        var shown = open.Form.Consents().Where(consent => sent.Boxes.Contains(consent.Code)).ToList();
        var key = request.Request.Headers[KeyHeader] is { Count: > 0 } header ? header.ToString() : sent.Fields.GetValueOrDefault("key") is { Length: > 0 } field ? field : null;
        var accepted = await accept.RunAsync(new(open.Form, inquiry.Value, shown, key, AddressHash(request, open.Form, time)), ct);
        return accepted.IsDone ? Accepted(token, sent, accepted.Value) : Refused(accepted.Refusal);
    }

    private static async Task<Outcome<SentForm>?> ReadAsync(HttpContext request, CancellationToken ct)
    {
        try
        {
            return await SentForm.ReadAsync(request.Request, ct);
        }
        catch (BadHttpRequestException)   // longer than it may be, without having said so
        {
            return null;
        }
    }

    private static bool IsSpam(SentForm sent, FillClock clock) =>
        sent.Fields.GetValueOrDefault(CaptureReader.Honeypot) is { Length: > 0 } || (sent.Fields.GetValueOrDefault(CaptureReader.Drawn) is { } mark && !clock.IsHuman(mark));

    // Our own page, a site the form is for, or no browser at all. Whoever is welcome hears it; nobody else does.
    private static bool Welcomes(HttpContext request, LeadForm form, CrmSettings settings)
    {
        var headers = request.Response.Headers;
        headers.Vary = "Origin";
        if (request.Request.Headers.Origin is not { Count: > 0 } said) return true;
        var origin = said.ToString();
        if (origin == settings.PublicUrl.GetLeftPart(UriPartial.Authority) || origin == $"{request.Request.Scheme}://{request.Request.Host}") return true;
        if (!form.IsFor(origin)) return false;
        headers.AccessControlAllowOrigin = origin;
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return true;
    }

    private static IResult Page(HttpContext request, OpenForm open, FillClock clock, IReadOnlyDictionary<string, string> typed, Refusal? refusal, bool isSent)
    {
        var headers = request.Response.Headers;
        headers.CacheControl = "no-store";
        headers.Remove("X-Frame-Options");
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; "
            + $"frame-ancestors {(open.Form.Origins.Length == 0 ? "'none'" : $"'self' {string.Join(' ', open.Form.Origins)}")}";
        return new RazorComponentResult<LeadFormPage>(new { Open = open, Typed = typed, Refused = refusal, IsSent = isSent, Mark = clock.Draw(), Key = Guid.NewGuid().ToString("n") })
        {
            StatusCode = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    // A page is told by a redirect, so that reloading it sends nothing again.
    private static IResult Accepted(string token, SentForm sent, Guid id) =>
        sent.IsPage ? new SeeOther($"{FormUrls.Page.Replace("{token}", token, StringComparison.Ordinal)}?sent=1") : Results.Json(new { id, status = "accepted" }, statusCode: StatusCodes.Status202Accepted);

    private static IResult Refused(Refusal refusal) => refusal.Field is { } field
        ? Results.ValidationProblem(new Dictionary<string, string[]> { [field] = [refusal.Message] }, refusal.Message, statusCode: StatusCodes.Status422UnprocessableEntity, type: refusal.Code)
        : Results.Problem(refusal.Message, statusCode: StatusCodes.Status422UnprocessableEntity, type: refusal.Code);

    private static IResult TooLong() => Results.Problem($"A request has up to {SentForm.MaxBytes / 1024} KB.", statusCode: StatusCodes.Status413PayloadTooLarge);

    private static IResult Foreign() => Results.Problem(FormRefusals.ForeignOrigin.Message, statusCode: StatusCodes.Status403Forbidden, type: FormRefusals.ForeignOrigin.Code);

    // In words: a bare 404 would be drawn as a page of the app.
    private static IResult Closed() => Results.Text(FormRefusals.Closed.Message, statusCode: StatusCodes.Status404NotFound);

    // Another hash every day: enough to see a flood, too little to follow somebody.
    private static string AddressHash(HttpContext request, LeadForm form, TimeProvider time) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{form.Id:n}|{time.GetUtcNow():yyyy-MM-dd}|{request.Connection.RemoteIpAddress}"))));

    private sealed class SeeOther(string url) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            (httpContext.Response.StatusCode, httpContext.Response.Headers.Location) = (StatusCodes.Status303SeeOther, url);
            return Task.CompletedTask;
        }
    }
}
