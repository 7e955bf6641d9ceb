using CrmStudio.App.Loans.Import.Queries;
using CrmStudio.App.Loans.Import.UseCases;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Infrastructure.Platform.Csv;
using Microsoft.AspNetCore.Mvc;

namespace CrmStudio.App.Loans.Import;

/// <summary>Files in and out: a loan file is posted as a form, so that it never travels over the circuit.</summary>
public static class LoanImportEndpoints
{
    // Above the limit of the reader, so that a file a little too large is refused in words and not by a cut connection.
    private const long MaxRequest = 80 * 1024 * 1024;

    public static void MapLoanImports(this IEndpointRouteBuilder app)
    {
        app.MapPost(LoanUrls.ImportFile, ReceiveAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MaxRequest))
            .WithFormOptions(multipartBodyLengthLimit: MaxRequest);
        app.MapGet(LoanUrls.ImportErrors, ErrorsAsync);
        app.MapGet(LoanUrls.ImportSample, SampleAsync);
    }

    // Binding the form asks for the antiforgery token. Forms larger than a few pages are spooled to disk by the framework.
    private static async Task<IResult> ReceiveAsync(IFormFile? file, ReceiveLoanFile receive, CancellationToken ct)
    {
        if (file is null) return Back(CsvRefusals.Empty);
        await using var content = file.OpenReadStream();
        var received = await receive.RunAsync(new(content, Path.GetFileName(file.FileName)), ct);
        return received.IsDone ? Results.LocalRedirect(LoanUrls.ForImport(received.Value)) : Back(received.Refusal);
    }

    private static IResult Back(Refusal refusal) => Results.LocalRedirect($"{LoanUrls.Import}?refused={Uri.EscapeDataString(refusal.Code)}");

    private static async Task<IResult> ErrorsAsync(Guid importId, LoanImportErrorsQuery errors, CancellationToken ct)
    {
        var read = await errors.ReadAsync(importId, ct);
        if (!read.IsDone) return Results.NotFound();
        return Results.Stream(into => read.Value.WriteAsync(into, ct), "text/csv; charset=utf-8", read.Value.FileName);
    }

    private static IResult SampleAsync(CancellationToken ct) => Results.Stream(
        async into =>
        {
            LoanImportField[] fields = [.. Enum.GetValues<LoanImportField>().Where(field => field is not (LoanImportField.BorrowerName or LoanImportField.CoBorrowerFirstName or LoanImportField.CoBorrowerLastName))];
            await using var export = new CsvExport(into);
            await export.RowAsync(fields.Select(field => field.Label()));
            await export.RowAsync(fields.Select(Sample));
        },
        "text/csv; charset=utf-8", "loans-sample.csv");

    private static string Sample(LoanImportField field) => field switch
    {
        LoanImportField.LoanNumber => "26-0412",
        LoanImportField.BorrowerFirstName => "Marisol",
        LoanImportField.BorrowerLastName => "Whitlock",
        LoanImportField.Email => "marisol@example.com",
        LoanImportField.Phone => "(207) 555-0142",
        LoanImportField.CoBorrowerName => "Jon Whitlock",
        LoanImportField.Stage => "Processing",
        LoanImportField.Amount => "409600",
        LoanImportField.PurchasePrice or LoanImportField.AppraisedValue => "512000",
        LoanImportField.Purpose => "Purchase",
        LoanImportField.Occupancy => "Primary residence",
        LoanImportField.MortgageType => "Conventional",
        LoanImportField.Product => "Conv 30",
        LoanImportField.Term => "360",
        LoanImportField.Rate => "6.375",
        LoanImportField.ApplicationOn => "3/2/2026",
        LoanImportField.LockedOn => "3/9/2026",
        LoanImportField.LockExpiresOn => "4/23/2026",
        LoanImportField.ClosingOn => "4/17/2026",
        LoanImportField.PropertyAddress => "214 Alder Court",
        LoanImportField.PropertyCity => "Wells Harbor",
        LoanImportField.PropertyState => "ME",
        LoanImportField.PropertyZip => "04090",
        LoanImportField.Source => "Referral",
        _ => "",
    };
}
