using CrmStudio.App.Access.Api;
using CrmStudio.App.Contacts.Api.Queries;
using CrmStudio.App.Contacts.Api.UseCases;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts.Api;

/// <summary>Companies for programs.</summary>
public static class CompanyApi
{
    public static void MapCompanyApi(this IEndpointRouteBuilder api)
    {
        var companies = api.MapGroup("/companies").WithTags("Companies");
        companies.MapGet("", ListAsync).Produces<ApiPageOf<CompanyRecord>>().WithSummary("Companies, eldest first");
        companies.MapGet("/{id:guid}", ReadAsync).Produces<CompanyRecord>().ProducesProblem(StatusCodes.Status404NotFound).WithSummary("One company");
        companies.MapPost("", EnterAsync).Accepts<CompanyFacts>("application/json").Produces<ApiCreated>(StatusCodes.Status201Created).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Enter a company. Send an Idempotency-Key to be safe to repeat");
        companies.MapPatch("/{id:guid}", AmendAsync).Accepts<CompanyFacts>("application/json").Produces<CompanyRecord>().ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Change a company; send its version as If-Match");
    }

    private static async Task<IResult> ListAsync(CompanyRecordsQuery query, CancellationToken ct, string? after = null, int? limit = null)
    {
        var paging = ApiPaging.Of(after, limit);
        return paging.IsDone ? ApiAnswers.List(await query.ReadAsync(paging.Value, ct)) : ApiAnswers.Refused(paging.Refusal);
    }

    private static async Task<IResult> ReadAsync(Guid id, HttpContext request, CompanyRecordQuery query, CancellationToken ct) =>
        ApiAnswers.Record(request, await query.ReadAsync(id, ct), company => company.Version);

    private static async Task<IResult> EnterAsync(HttpContext request, ApiCaller caller, EnterCompany enter, CancellationToken ct)
    {
        var sent = await ApiRequest.ReadAsync(request, caller, ct);
        return sent.IsDone ? ApiAnswers.Created(request, await enter.RunAsync(sent.Value, ct)) : ApiAnswers.Refused(sent.Refusal);
    }

    private static async Task<IResult> AmendAsync(Guid id, HttpContext request, ApiCaller caller, AmendCompany amend, CompanyRecordQuery query, CancellationToken ct)
    {
        var sent = await ApiRequest.ReadAsync(request, caller, ct);
        if (!sent.IsDone) return ApiAnswers.Refused(sent.Refusal);
        var amended = await amend.RunAsync(id, sent.Value, ct);
        return amended.IsDone ? ApiAnswers.Record(request, await query.ReadAsync(id, ct), company => company.Version) : ApiAnswers.Refused(amended.Refusal, isOfVersion: true);
    }
}
