using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Contacts.Views;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Contacts;

/// <summary>The file of a view of people. It never travels over the circuit.</summary>
public static class ContactEndpoints
{
    public static void MapContacts(this IEndpointRouteBuilder app) => app.MapGet(ContactUrls.Csv, FileAsync);

    private static async Task<IResult> FileAsync(string[]? f, string? sort, PeopleExport export, CancellationToken ct)
    {
        var read = await export.ReadAsync(new(PeopleView.Parse(f, sort, null)), ct);
        if (!read.IsDone) return Results.Problem(read.Refusal.Message, statusCode: read.Refusal == Refusal.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        return Results.Stream(into => read.Value.WriteAsync(into, ct), "text/csv; charset=utf-8", read.Value.Name);
    }
}
