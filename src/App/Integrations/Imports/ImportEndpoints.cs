using CrmStudio.App.Integrations.Imports.Queries;
using CrmStudio.App.Integrations.Imports.UseCases;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Csv;
using Microsoft.AspNetCore.Mvc;

namespace CrmStudio.App.Integrations.Imports;

/// <summary>Files in and out: a file is posted as a form, so that it never travels over the circuit.</summary>
public static class ImportEndpoints
{
    // Above the limit of the reader, so that a file a little too large is refused in words and not by a cut connection.
    private static readonly long maxRequest = CsvLimits.Default.FileBytes * 5 / 4;

    /// <summary>Maps the addresses of every kind.</summary>
    public static void MapImports(this IEndpointRouteBuilder app)
    {
        foreach (var kind in app.ServiceProvider.GetServices<IImportKind>())
        {
            app.MapPost(ImportUrls.File(kind), (IFormFile? file, ReceiveFile receive, CancellationToken ct) => ReceiveAsync(kind, file, receive, ct))
                .WithMetadata(new RequestSizeLimitAttribute(maxRequest))
                .WithFormOptions(multipartBodyLengthLimit: maxRequest);
            app.MapGet(ImportUrls.AnyErrors(kind), (Guid importId, ImportErrorsQuery errors, CancellationToken ct) => ErrorsAsync(kind, importId, errors, ct));
            app.MapGet(ImportUrls.Sample(kind), () => Sample(kind));
        }
    }

    // Binding the form asks for the antiforgery token. Forms larger than a few pages are spooled to disk by the framework.
    private static async Task<IResult> ReceiveAsync(IImportKind kind, IFormFile? file, ReceiveFile receive, CancellationToken ct)
    {
        if (file is null) return Back(kind, CsvRefusals.Empty);
        await using var content = file.OpenReadStream();
        var received = await receive.RunAsync(new(kind.Name, content, Path.GetFileName(file.FileName)), ct);
        return received.IsDone ? Results.LocalRedirect(ImportUrls.Of(kind, received.Value)) : Back(kind, received.Refusal);
    }

    private static IResult Back(IImportKind kind, Refusal refusal) => Results.LocalRedirect($"{kind.Url}?refused={Uri.EscapeDataString(refusal.Code)}");

    private static async Task<IResult> ErrorsAsync(IImportKind kind, Guid importId, ImportErrorsQuery errors, CancellationToken ct)
    {
        var read = await errors.ReadAsync(kind.Name, importId, ct);
        if (!read.IsDone) return Results.NotFound();
        return Results.Stream(into => read.Value.WriteAsync(into, ct), "text/csv; charset=utf-8", read.Value.FileName);
    }

    private static IResult Sample(IImportKind kind) => Results.Stream(
        async into =>
        {
            var fields = kind.Fields.All.Where(field => field.Example is not null).ToList();
            await using var export = new CsvExport(into);
            await export.RowAsync(fields.Select(field => field.Label));
            await export.RowAsync(fields.Select(field => field.Example));
        },
        "text/csv; charset=utf-8", $"{kind.Name}-sample.csv");
}
