using System.Security.Claims;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.Authorization;

namespace CrmStudio.App.Hosting;

/// <summary>
/// Says who acts in a request. Circuits have their own: <see cref="Access.Circuits.MemberCircuitHandler"/>. On pages open to
/// everybody nobody acts, so that an invitation is accepted by whom it was sent to, not by who happens to be signed in.
/// </summary>
public static class MemberResolution
{
    public static void UseMemberResolution(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        var isForEverybody = context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (SignedIn.Of(context.User) is { } who && !isForEverybody && !context.Request.Path.StartsWithSegments("/_blazor"))
        {
            var authority = await context.RequestServices.GetRequiredService<AuthorityReader>().IdentifyAsync(who.OrgId, who.MemberId, who.SessionId, context.RequestAborted);
            if (authority is null) context.User = new ClaimsPrincipal(new ClaimsIdentity());
            else context.RequestServices.GetRequiredService<CurrentMember>().Become(authority, who.SessionId);
        }
        await next(context);
    });
}
