using CrmStudio.App.Leads.Queries;
using CrmStudio.App.Leads.Views;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Leads;

/// <summary>The file of a list of leads. It never travels over the circuit.</summary>
public static class LeadEndpoints
{
    public static void MapLeads(this IEndpointRouteBuilder app) => app.MapGet(LeadUrls.Csv, FileAsync);

    private static async Task<IResult> FileAsync(string? list, string[]? f, string? sort, LeadExport export, CancellationToken ct)
    {
        var read = await export.ReadAsync(LeadView.Parse(list, f, sort, LeadList.Open), ct);
        if (!read.IsDone) return Results.Problem(read.Refusal.Message, statusCode: read.Refusal == Refusal.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        return Results.Stream(into => read.Value.WriteAsync(into, ct), "text/csv; charset=utf-8", read.Value.Name);
    }
}
