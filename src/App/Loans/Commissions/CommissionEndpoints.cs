using CrmStudio.App.Loans.Commissions.Queries;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Loans.Commissions;

/// <summary>Disbursement sheets. They never travel over the circuit.</summary>
public static class CommissionEndpoints
{
    public static void MapCommissions(this IEndpointRouteBuilder app) => app.MapGet(LoanUrls.CommissionFile, FileAsync);

    private static async Task<IResult> FileAsync(Guid loanId, CommissionSheetQuery sheet, CancellationToken ct)
    {
        var read = await sheet.ReadAsync(loanId, ct);
        if (read.IsDone) return Results.File(read.Value.Content, "application/pdf", read.Value.Name);
        return Results.Problem(read.Refusal.Message, statusCode: read.Refusal == Refusal.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
    }
}
