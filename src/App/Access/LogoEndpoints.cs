using CrmStudio.App.Access.Queries;
using CrmStudio.App.Access.UseCases;
using Microsoft.AspNetCore.Mvc;

namespace CrmStudio.App.Access;

/// <summary>The logo of the letterhead, in and out. Binding a form asks for the antiforgery token.</summary>
public static class LogoEndpoints
{
    // Above the limit of the use case, so that a picture a little too large is refused in words and not by a cut connection.
    private const long MaxRequest = 4 * SetLogo.MaxBytes;

    public static void MapLogo(this IEndpointRouteBuilder app)
    {
        app.MapPost(AccessUrls.Logo, ReceiveAsync).WithMetadata(new RequestSizeLimitAttribute(MaxRequest)).WithFormOptions(multipartBodyLengthLimit: MaxRequest);
        app.MapGet(AccessUrls.Logo, ShowAsync);
    }

    private static async Task<IResult> ReceiveAsync(IFormFile? file, [FromForm] bool? off, SetLogo set, CancellationToken ct)
    {
        byte[]? picture = null;
        if (off is not true)
        {
            if (file is null) return Results.LocalRedirect(AccessUrls.Letterhead);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, ct);
            picture = bytes.ToArray();
        }
        var outcome = await set.RunAsync(new(picture), ct);
        return Results.LocalRedirect(outcome.IsDone ? AccessUrls.Letterhead : $"{AccessUrls.Letterhead}?refused={Uri.EscapeDataString(outcome.Refusal.Message)}");
    }

    private static async Task<IResult> ShowAsync(LogoQuery logo, CancellationToken ct)
    {
        var read = await logo.ReadAsync(ct);
        if (!read.IsDone) return Results.NotFound();
        await using var content = read.Value;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, ct);
        var picture = bytes.ToArray();
        return Results.Bytes(picture, picture is [0x89, ..] ? "image/png" : "image/jpeg");
    }
}
