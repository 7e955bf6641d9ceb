using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Access.Api;

/// <summary>How refusals are said to programs: problem details with the reason's stable code, and the field where there is one.</summary>
public static class ApiAnswers
{
    public static IResult Refused(Refusal refusal, bool isOfVersion = false) => refusal switch
    {
        _ when refusal == AccessRefusals.KeyOpensNothing || refusal == Refusal.SignedOut => Problem(AccessRefusals.KeyOpensNothing, StatusCodes.Status401Unauthorized),
        _ when refusal == Refusal.NotAllowed => Problem(new Refusal(refusal.Code, "This key may not do that."), StatusCodes.Status403Forbidden),
        _ when refusal == Refusal.NotFound => Problem(refusal, StatusCodes.Status404NotFound),
        _ when refusal == Refusal.ChangedMeanwhile => Problem(refusal, isOfVersion ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status409Conflict),
        _ when refusal == AccessRefusals.VersionNeeded => Problem(refusal, StatusCodes.Status428PreconditionRequired),
        { Field: { } field } => Results.ValidationProblem(new Dictionary<string, string[]> { [Name(field)] = [refusal.Message] }, refusal.Message, statusCode: StatusCodes.Status422UnprocessableEntity, type: refusal.Code),
        _ => Problem(refusal, StatusCodes.Status422UnprocessableEntity),
    };

    public static IResult Record<T>(HttpContext request, Outcome<T> read, Func<T, string> version)
        where T : class
    {
        if (read.Value is not { } record) return Refused(read.Refusal!, isOfVersion: request.Request.Method == HttpMethods.Patch);
        request.Response.Headers.ETag = $"\"{version(record)}\"";
        return Results.Json(record, ApiJson.Options);
    }

    public static IResult List<T>(Outcome<ApiPageOf<T>> read) => read.IsDone ? Results.Json(read.Value, ApiJson.Options) : Refused(read.Refusal);

    public static IResult Created(HttpContext request, Outcome<ApiCreated> made)
    {
        if (made.Value is not { } created) return Refused(made.Refusal!);
        request.Response.Headers.Location = $"{request.Request.Path}/{created.Id}";
        return Results.Json(created, ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static IResult Problem(Refusal refusal, int status) => Results.Problem(refusal.Message, statusCode: status, type: refusal.Code);

    private static string Name(string field) => field.Length == 0 ? field : char.ToLowerInvariant(field[0]) + field[1..];
}
