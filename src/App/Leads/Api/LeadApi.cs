using CrmStudio.App.Access.Api;
using CrmStudio.App.Leads.Api.Queries;
using CrmStudio.App.Leads.Api.UseCases;

namespace CrmStudio.App.Leads.Api;

/// <summary>Leads for programs.</summary>
public static class LeadApi
{
    public static void MapLeadApi(this IEndpointRouteBuilder api)
    {
        var leads = api.MapGroup("/leads").WithTags("Leads");
        leads.MapGet("", ListAsync).Produces<ApiPageOf<LeadRecord>>().WithSummary("Leads, eldest first");
        leads.MapGet("/{id:guid}", ReadAsync).Produces<LeadRecord>().ProducesProblem(StatusCodes.Status404NotFound).WithSummary("One lead");
        leads.MapPost("", EnterAsync).Accepts<NewLead>("application/json").Produces<ApiCreated>(StatusCodes.Status201Created).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Enter a lead; somebody who is known, or whose lead is open, is recognised. Send an Idempotency-Key to be safe to repeat");
        leads.MapPatch("/{id:guid}", AmendAsync).Accepts<LeadChange>("application/json").Produces<LeadRecord>().ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Change a lead; send its version as If-Match");
    }

    private static async Task<IResult> ListAsync(LeadRecordsQuery query, CancellationToken ct, string? after = null, int? limit = null)
    {
        var paging = ApiPaging.Of(after, limit);
        return paging.IsDone ? ApiAnswers.List(await query.ReadAsync(paging.Value, ct)) : ApiAnswers.Refused(paging.Refusal);
    }

    private static async Task<IResult> ReadAsync(Guid id, HttpContext request, LeadRecordQuery query, CancellationToken ct) =>
        ApiAnswers.Record(request, await query.ReadAsync(id, ct), lead => lead.Version);

    private static async Task<IResult> EnterAsync(HttpContext request, ApiCaller caller, EnterLead enter, CancellationToken ct)
    {
        var sent = await ApiRequest.ReadAsync(request, caller, ct);
        return sent.IsDone ? ApiAnswers.Created(request, await enter.RunAsync(sent.Value, ct)) : ApiAnswers.Refused(sent.Refusal);
    }

    private static async Task<IResult> AmendAsync(Guid id, HttpContext request, ApiCaller caller, AmendLead amend, LeadRecordQuery query, CancellationToken ct)
    {
        var sent = await ApiRequest.ReadAsync(request, caller, ct);
        if (!sent.IsDone) return ApiAnswers.Refused(sent.Refusal);
        var amended = await amend.RunAsync(id, sent.Value, ct);
        return amended.IsDone ? ApiAnswers.Record(request, await query.ReadAsync(id, ct), lead => lead.Version) : ApiAnswers.Refused(amended.Refusal, isOfVersion: true);
    }
}
