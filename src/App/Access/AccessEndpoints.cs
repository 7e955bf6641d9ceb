using CrmStudio.App.Access.SigningIn;
using CrmStudio.App.Hosting;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace CrmStudio.App.Access;

/// <summary>Addresses of the Access room that are no pages. All of them are POST, and all of them ask for the antiforgery token.</summary>
public static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder app)
    {
        app.MapPost(AccessUrls.SignOut, SignOutAsync).AllowAnonymous().DisableAntiforgery();
        app.MapPost("/sign-in/passkey-options", RequestOptionsAsync).AllowAnonymous().AddEndpointFilter(TokenIsRightAsync).RequireRateLimiting(SecurityLimits.SignIn);
        app.MapPost("/account/passkey-options", CreationOptionsAsync).AddEndpointFilter(TokenIsRightAsync);
    }

    // Who is signed out already is simply shown the sign-in page: the token of their old page would not fit any more.
    private static async Task<IResult> SignOutAsync(HttpContext request, IAntiforgery antiforgery, SignInCookies cookies, SignInRecord record, AuthorityReader reader, CancellationToken ct)
    {
        if (cookies.Present is not { } who) return Results.LocalRedirect(AccessUrls.SignIn);
        if (!await antiforgery.IsRequestValidAsync(request)) return Results.BadRequest("Go back, reload the page, and sign out again.");

        if (await reader.IdentifyAsync(who.OrgId, who.MemberId, who.SessionId, ct) is { } authority) await record.WriteAsync("access.sign-out", who, authority, ct);
        await cookies.EndAsync(ct);
        return Results.LocalRedirect($"{AccessUrls.SignIn}?out=1");
    }

    private static async Task<IResult> RequestOptionsAsync(SignInManager<SignInUser> signIn) =>
        Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    private static async Task<IResult> CreationOptionsAsync(FreshAccount account, SignInManager<SignInUser> signIn, CurrentMember me, CancellationToken ct)
    {
        var opened = await account.OpenAsync("access.add-passkey", ct);
        if (!opened.IsDone) return Results.Problem(opened.Refusal.Message, statusCode: StatusCodes.Status403Forbidden);
        var user = opened.Value;
        return Results.Content(await signIn.MakePasskeyCreationOptionsAsync(new() { Id = user.Id.ToString(), Name = user.Email!, DisplayName = me.Name }), "application/json");
    }

    private static async ValueTask<object?> TokenIsRightAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        await call.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(call.HttpContext)
            ? await next(call)
            : Results.BadRequest("Reload the page and try again.");
}
