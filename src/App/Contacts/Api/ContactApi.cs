using CrmStudio.App.Access.Api;
using CrmStudio.App.Contacts.Api.Queries;
using CrmStudio.App.Contacts.Api.UseCases;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts.Api;

/// <summary>People for programs.</summary>
public static class ContactApi
{
    public static void MapContactApi(this IEndpointRouteBuilder api)
    {
        var contacts = api.MapGroup("/contacts").WithTags("People");
        contacts.MapGet("", ListAsync).Produces<ApiPageOf<ContactRecord>>().WithSummary("People, eldest first");
        contacts.MapGet("/{id:guid}", ReadAsync).Produces<ContactRecord>().ProducesProblem(StatusCodes.Status404NotFound).WithSummary("One contact");
        contacts.MapPost("", EnterAsync).Accepts<ContactFacts>("application/json").Produces<ApiCreated>(StatusCodes.Status201Created).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Enter a contact. Send an Idempotency-Key to be safe to repeat");
        contacts.MapPatch("/{id:guid}", AmendAsync).Accepts<ContactFacts>("application/json").Produces<ContactRecord>().ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Change a contact; send its version as If-Match");
    }

    private static async Task<IResult> ListAsync(ContactRecordsQuery query, CancellationToken ct, string? after = null, int? limit = null)
    {
        var paging = ApiPaging.Of(after, limit);
        return paging.IsDone ? ApiAnswers.List(await query.ReadAsync(paging.Value, ct)) : ApiAnswers.Refused(paging.Refusal);
    }

    private static async Task<IResult> ReadAsync(Guid id, HttpContext request, ContactRecordQuery query, CancellationToken ct) =>
        ApiAnswers.Record(request, await query.ReadAsync(id, ct), contact => contact.Version);

    private static async Task<IResult> EnterAsync(HttpContext request, ApiCaller caller, EnterContact enter, CancellationToken ct)
    {
        var sent = await ApiRequest.ReadAsync(request, caller, ct);
        return sent.IsDone ? ApiAnswers.Created(request, await enter.RunAsync(sent.Value, ct)) : ApiAnswers.Refused(sent.Refusal);
    }

    private static async Task<IResult> AmendAsync(Guid id, HttpContext request, ApiCaller caller, AmendContact amend, ContactRecordQuery query, CancellationToken ct)
    {
        var sent = await ApiRequest.ReadAsync(request, caller, ct);
        if (!sent.IsDone) return ApiAnswers.Refused(sent.Refusal);
        var amended = await amend.RunAsync(id, sent.Value, ct);
        return amended.IsDone ? ApiAnswers.Record(request, await query.ReadAsync(id, ct), contact => contact.Version) : ApiAnswers.Refused(amended.Refusal, isOfVersion: true);
    }
}
