using CrmStudio.App.Hosting;
using CrmStudio.App.Loans.Papers.Queries;
using CrmStudio.App.Loans.Papers.UseCases;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Files;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace CrmStudio.App.Loans.Papers;

/// <summary>
/// Files out, and files in piece by piece. What is served is a file of a stranger: as an attachment, or for the preview under a policy
/// that lets nothing act, and always with a content type of our own.
/// </summary>
public static class PaperEndpoints
{
    /// <summary>Bytes of one piece at most; the script sends less.</summary>
    public const int MaxPiece = 4 * 1024 * 1024;

    private const string Stamp = "Upload-Offset";
    private const string Sandbox = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

    // Above the limit of one file, so that one a little too large is refused in words and not by a cut connection.
    private static readonly long maxForm = FileLimits.Default.MaxBytes + 4 * 1024 * 1024;

    public static void MapPapers(this IEndpointRouteBuilder app)
    {
        app.MapGet(PaperUrls.File, (Guid loanId, Guid documentId, HttpContext request, DocumentFileQuery files, CancellationToken ct) => ServeAsync(loanId, documentId, isShown: false, request, files, ct));
        app.MapGet(PaperUrls.Preview, (Guid loanId, Guid documentId, HttpContext request, DocumentFileQuery files, CancellationToken ct) => ServeAsync(loanId, documentId, isShown: true, request, files, ct));
        app.MapPost(PaperUrls.Uploads, (Guid loanId, Guid requestId, Announced file, BeginUpload begin, CancellationToken ct) => BeginAsync(new(loanId, null, requestId, file.Name, file.Size, file.Stamp), begin, ct)).AddEndpointFilter(TokenIsRightAsync);
        app.MapPatch(PaperUrls.Upload, (Guid loanId, Guid uploadId, HttpRequest request, ContinueUpload go, CancellationToken ct) => ContinueAsync(loanId, null, uploadId, request, go, ct))
            .AddEndpointFilter(TokenIsRightAsync).WithMetadata(new RequestSizeLimitAttribute(MaxPiece));

        app.MapGet(PaperUrls.Link, EnterAsync).AllowAnonymous().RequireRateLimiting(SecurityLimits.Link);
        app.MapPost(PaperUrls.BorrowerFile, ReceiveAsync).AllowAnonymous().RequireRateLimiting(SecurityLimits.Pieces)
            .WithMetadata(new RequestSizeLimitAttribute(maxForm)).WithFormOptions(multipartBodyLengthLimit: maxForm);
        app.MapPost(PaperUrls.BorrowerUploads, BorrowerBeginsAsync).AllowAnonymous().RequireRateLimiting(SecurityLimits.Pieces).AddEndpointFilter(TokenIsRightAsync);
        app.MapPatch(PaperUrls.BorrowerUpload, BorrowerContinuesAsync).AllowAnonymous().RequireRateLimiting(SecurityLimits.Pieces)
            .AddEndpointFilter(TokenIsRightAsync).WithMetadata(new RequestSizeLimitAttribute(MaxPiece));
    }

    private static async Task<IResult> ServeAsync(Guid loanId, Guid documentId, bool isShown, HttpContext request, DocumentFileQuery files, CancellationToken ct)
    {
        var opened = await files.ReadAsync(loanId, documentId, isShown, ct);
        if (!opened.IsDone) return Results.NotFound();
        var (file, headers) = (opened.Value, request.Response.Headers);
        headers.ContentSecurityPolicy = Sandbox;
        headers.XFrameOptions = "SAMEORIGIN";
        headers.CacheControl = "private, no-store";
        return isShown ? Results.Stream(file.Content, file.Kind.ContentType()) : Results.Stream(file.Content, file.Kind.ContentType(), WithEnding(file.Name, file.Kind));
    }

    /// <summary>A name the file opens under where it is saved: its ending says what it is, not what the sender claimed.</summary>
    private static string WithEnding(string name, FileKind kind) =>
        name.EndsWith(kind.Ending(), StringComparison.OrdinalIgnoreCase) || (kind == FileKind.Jpeg && name.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase)) || (kind == FileKind.Tiff && name.EndsWith(".tif", StringComparison.OrdinalIgnoreCase))
            ? name : name + kind.Ending();

    // The answer is the same for every link, right or wrong; the page then says whether it opens anything.
    private static IResult EnterAsync(string token, HttpContext request, BorrowerDoor door)
    {
        request.Response.Headers["Referrer-Policy"] = "no-referrer";
        request.Response.Headers["X-Robots-Tag"] = "noindex";
        door.Keep(request, token);
        return Results.LocalRedirect(PaperUrls.Borrower);
    }

    private static async Task<IResult> BeginAsync(BeginUpload.Input input, BeginUpload begin, CancellationToken ct) => Answer(await begin.RunAsync(input, ct));

    private static async Task<IResult> ContinueAsync(Guid loanId, Guid? linkId, Guid uploadId, HttpRequest request, ContinueUpload go, CancellationToken ct) =>
        long.TryParse(request.Headers[Stamp], out var at) && at >= 0 ? Answer(await go.RunAsync(new(loanId, linkId, uploadId, at, request.Body), ct)) : Results.BadRequest();

    private static async Task<IResult> BorrowerBeginsAsync(Guid requestId, Announced file, HttpContext request, BorrowerDoor door, BeginUpload begin, CancellationToken ct) =>
        await door.EnterAsync(request, ct) is { } visit ? await BeginAsync(new(visit.LoanId, visit.LinkId, requestId, file.Name, file.Size, file.Stamp), begin, ct) : Closed();

    private static async Task<IResult> BorrowerContinuesAsync(Guid uploadId, HttpContext request, BorrowerDoor door, ContinueUpload go, CancellationToken ct) =>
        await door.EnterAsync(request, ct) is { } visit ? await ContinueAsync(visit.LoanId, visit.LinkId, uploadId, request.Request, go, ct) : Closed();

    // Without a script: one file in a form. Binding the form asks for the antiforgery token; the framework spools it to disk.
    private static async Task<IResult> ReceiveAsync(Guid requestId, IFormFile? file, HttpContext request, BorrowerDoor door, BeginUpload begin, ContinueUpload go, CancellationToken ct)
    {
        if (await door.EnterAsync(request, ct) is not { } visit) return Results.LocalRedirect(PaperUrls.Borrower);
        if (file is null) return Back(requestId, FileRefusals.Empty);
        var begun = await begin.RunAsync(new(visit.LoanId, visit.LinkId, requestId, file.FileName, file.Length, null), ct);
        if (!begun.IsDone) return Back(requestId, begun.Refusal);
        await using var content = file.OpenReadStream();
        content.Seek(begun.Value.Offset, SeekOrigin.Begin);
        var kept = await go.RunAsync(new(visit.LoanId, visit.LinkId, begun.Value.Id, begun.Value.Offset, content), ct);
        return kept.IsDone ? Results.LocalRedirect($"{PaperUrls.Borrower}?sent={requestId}#r-{requestId}") : Back(requestId, kept.Refusal);
    }

    // In words: a bare 404 would be drawn as a page, and a page does not take a POST.
    private static IResult Closed() => Results.Problem(PaperRefusals.LinkOpensNothing.Message, statusCode: StatusCodes.Status404NotFound);

    private static IResult Back(Guid requestId, Refusal refusal) => Results.LocalRedirect($"{PaperUrls.Borrower}?on={requestId}&refused={Uri.EscapeDataString(refusal.Code)}#r-{requestId}");

    private static IResult Answer(Outcome<UploadProgress> outcome) => outcome switch
    {
        { IsDone: true, Value: var progress } => Results.Json(progress, statusCode: progress.IsOff ? StatusCodes.Status409Conflict : StatusCodes.Status200OK),
        { Refusal: { } refusal } when refusal == Refusal.NotFound || refusal == PaperRefusals.UploadUnknown => Results.Problem(refusal.Message, statusCode: StatusCodes.Status404NotFound),
        { Refusal: { } refusal } when refusal == Refusal.NotAllowed || refusal == Refusal.SignedOut => Results.Problem(refusal.Message, statusCode: StatusCodes.Status403Forbidden),
        { Refusal: { } refusal } => Results.Problem(refusal.Message, statusCode: StatusCodes.Status422UnprocessableEntity, type: refusal.Code),
    };

    private static async ValueTask<object?> TokenIsRightAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        await call.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(call.HttpContext)
            ? await next(call)
            : Results.Problem("Reload the page and try again.", statusCode: StatusCodes.Status400BadRequest);

    /// <summary>What the script says of a file before it sends it.</summary>
    private sealed record Announced(string Name, long Size, string? Stamp);
}
