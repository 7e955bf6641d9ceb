using CrmStudio.App.Hosting;
using CrmStudio.App.Shell;
using CrmStudio.Domain.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace CrmStudio.App.Access.Api;

/// <summary>The API's door, its group of addresses and its description.</summary>
public static class ApiFeature
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddScoped<ApiCaller>().AddScoped<ApiDoor>();
        services.AddSingleton(new NavEntry(30, "API keys", ApiUrls.Keys, "key", AccessPermissions.MakeApiKeys, NavEntry.Account));
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(ApiUrls.Root[1..], StringComparison.Ordinal) is true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                (document.Info.Title, document.Info.Version) = ("CrmStudio", "v1");
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key, made under Account." } };
                document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
                return Task.CompletedTask;
            });
        });
        return services;
    }

    /// <summary>Everything of the API: under a key, so often a minute, so large.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi(ApiUrls.Description).AllowAnonymous().RequireRateLimiting(SecurityLimits.Link);
        var api = app.MapGroup(ApiUrls.Root).AllowAnonymous().RequireRateLimiting(SecurityLimits.Api).WithMetadata(new RequestSizeLimitAttribute(ApiRequest.MaxBytes));
        api.AddEndpointFilter(async (call, next) =>
        {
            var request = call.HttpContext;
            request.Response.Headers.CacheControl = "no-store";
            if (await request.RequestServices.GetRequiredService<ApiDoor>().EnterAsync(request.Request, request.RequestAborted)) return await next(call);
            request.Response.Headers.WWWAuthenticate = "Bearer";
            return ApiAnswers.Refused(AccessRefusals.KeyOpensNothing);
        });
        return api;
    }
}
