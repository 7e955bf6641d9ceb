using System.Security.Claims;
using CrmStudio.Domain.Access;
using Microsoft.AspNetCore.Identity;

namespace CrmStudio.Infrastructure.Access;

/// <summary>Who a complete sign-in stands for. Claims carry ids only; names, roles and permissions are read from the database.</summary>
/// <param name="UserId">The person.</param>
/// <param name="OrgId">The organization.</param>
/// <param name="MemberId">The member there.</param>
/// <param name="SessionId">The session on the server.</param>
/// <param name="Method">How the person proved who they are.</param>
public sealed record SignedIn(Guid UserId, Guid OrgId, Guid MemberId, Guid SessionId, SignInMethod Method)
{
    private const string Org = "crm:org";
    private const string Member = "crm:member";
    private const string Session = "crm:session";
    private const string How = "crm:method";

    /// <summary>A sign-in that begins now, with a session id of its own.</summary>
    public static SignedIn Now(MemberAuthority authority, SignInMethod method) =>
        new(authority.UserId, authority.OrgId, authority.MemberId, Guid.CreateVersion7(), method);

    /// <summary>Reads a principal; null when it is not a complete sign-in.</summary>
    public static SignedIn? Of(ClaimsPrincipal? principal) =>
        principal?.Identity is { IsAuthenticated: true }
        && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
        && Guid.TryParse(principal.FindFirstValue(Org), out var org)
        && Guid.TryParse(principal.FindFirstValue(Member), out var member)
        && Guid.TryParse(principal.FindFirstValue(Session), out var session)
        && Enum.TryParse<SignInMethod>(principal.FindFirstValue(How), out var method)
            ? new SignedIn(user, org, member, session, method)
            : null;

    /// <summary>The principal of this sign-in.</summary>
    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
    [
        new(ClaimTypes.NameIdentifier, UserId.ToString()),
        new(Org, OrgId.ToString()),
        new(Member, MemberId.ToString()),
        new(Session, SessionId.ToString()),
        new(How, Method.ToString()),
    ], IdentityConstants.ApplicationScheme));
}
