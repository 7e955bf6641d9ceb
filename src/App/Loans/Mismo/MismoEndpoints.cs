using CrmStudio.App.Loans.Mismo.Queries;
using CrmStudio.App.Loans.Mismo.UseCases;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Loans.Mismo;
using Microsoft.AspNetCore.Mvc;

namespace CrmStudio.App.Loans.Mismo;

/// <summary>MISMO files in and out. A file is posted as a form, so that it never travels over the circuit.</summary>
public static class MismoEndpoints
{
    // Above the limit of the reader, so that a file a little too large is refused in words and not by a cut connection.
    private static readonly long maxRequest = MismoLimits.Default.FileBytes * 2;

    public static void MapMismo(this IEndpointRouteBuilder app)
    {
        app.MapPost(MismoUrls.File, ReceiveAsync).WithMetadata(new RequestSizeLimitAttribute(maxRequest)).WithFormOptions(multipartBodyLengthLimit: maxRequest);
        app.MapGet(MismoUrls.Export, ExportAsync);
        app.MapGet(MismoUrls.Copy, CopyAsync);
    }

    // Binding the form asks for the antiforgery token.
    private static async Task<IResult> ReceiveAsync(IFormFile? file, ReceiveMismo receive, CancellationToken ct)
    {
        if (file is null) return Results.LocalRedirect(MismoUrls.Shelf);
        await using var content = file.OpenReadStream();
        var received = await receive.RunAsync(new(content, file.FileName), ct);
        return received.Value switch
        {
            null => Results.LocalRedirect(MismoUrls.Shelf),   // the page says why
            { Refusal: null, Id: var id } => Results.LocalRedirect(MismoUrls.For(id)),
            { Id: var id } => Results.LocalRedirect(MismoUrls.Refused(id)),
        };
    }

    private static async Task<IResult> ExportAsync(Guid loanId, MismoExportQuery export, CancellationToken ct) => Answer(await export.ReadAsync(loanId, ct));

    private static async Task<IResult> CopyAsync(Guid loanId, Guid fileId, MismoCopyQuery copy, CancellationToken ct) => Answer(await copy.ReadAsync(loanId, fileId, ct));

    private static IResult Answer(Outcome<MismoDownload> read) => read.IsDone
        ? Results.File(read.Value.Content, "application/xml", read.Value.Name)
        : Results.Problem(read.Refusal.Message, statusCode: read.Refusal == Refusal.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
}
