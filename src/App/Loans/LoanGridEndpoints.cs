using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Loans;

/// <summary>The file of a view. It never travels over the circuit.</summary>
public static class LoanGridEndpoints
{
    public static void MapLoanGrid(this IEndpointRouteBuilder app) => app.MapGet(LoanUrls.Csv, FileAsync);

    private static async Task<IResult> FileAsync(string[]? f, string? sort, string? ids, LoanGridExport export, CancellationToken ct)
    {
        var chosen = ids?.Split(',').Select(id => Guid.TryParse(id, out var known) ? known : (Guid?)null).OfType<Guid>().ToList();
        var read = await export.ReadAsync(new(LoanView.Parse(f, sort, null, null), chosen), ct);
        if (!read.IsDone) return Results.Problem(read.Refusal.Message, statusCode: read.Refusal == Refusal.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        return Results.Stream(into => read.Value.WriteAsync(into, ct), "text/csv; charset=utf-8", read.Value.Name);
    }
}
