using CrmStudio.App.Loans.Letters.Queries;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Loans.Letters;

/// <summary>Files of letters. They never travel over the circuit.</summary>
public static class LetterEndpoints
{
    public static void MapLetters(this IEndpointRouteBuilder app) => app.MapGet(LoanUrls.LetterFile, FileAsync);

    private static async Task<IResult> FileAsync(Guid loanId, Guid letterId, LetterFileQuery file, CancellationToken ct)
    {
        var read = await file.ReadAsync(new(loanId, letterId), ct);
        if (read.IsDone) return Results.File(read.Value.Content, "application/pdf", read.Value.Name);
        return Results.Problem(read.Refusal.Message, statusCode: read.Refusal == Refusal.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
    }
}
