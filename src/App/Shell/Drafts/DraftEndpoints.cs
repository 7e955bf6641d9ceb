using CrmStudio.App.Shell.Drafts.UseCases;
using CrmStudio.Infrastructure.Platform.Drafts;
using Microsoft.AspNetCore.Mvc;

namespace CrmStudio.App.Shell.Drafts;

/// <summary>Where a page posts what is typed: long text does not travel over the circuit, and a page whose circuit is gone can still post.</summary>
public static class DraftEndpoints
{
    /// <summary>The address.</summary>
    public const string Save = "/drafts";

    // Every character may be written as nine bytes ("%E2%82%AC"), beside the token.
    private const int MaxRequest = (9 * Draft.TextMaxLength) + 4096;

    public static void MapDrafts(this IEndpointRouteBuilder app) =>
        app.MapPost(Save, SaveAsync).WithMetadata(new RequestSizeLimitAttribute(MaxRequest)).WithFormOptions(valueLengthLimit: MaxRequest);

    // Binding the form asks for the antiforgery token.
    private static async Task<IResult> SaveAsync([FromForm] string form, [FromForm] string fields, SaveDraft save, CancellationToken ct)
    {
        var outcome = await save.RunAsync(new(form, fields), ct);
        return outcome.IsDone ? Results.NoContent() : Results.Text(outcome.Refusal.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
    }
}
