using System.Security.Claims;
using CrmStudio.Infrastructure.Access;

namespace CrmStudio.App.Access.SigningIn;

/// <summary>A sign-in under way: who it is, what was proven so far, and where it leads.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Stamp">Their security stamp: a new password in between ends what is under way.</param>
/// <param name="Method">What was proven; <see cref="SignInMethod.Password"/> is one factor only.</param>
/// <param name="OrgId">The organization, once chosen.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
public sealed record PendingSignIn(Guid UserId, string Stamp, SignInMethod Method, Guid? OrgId, string ReturnUrl)
{
    private const string StampType = "crm:stamp";
    private const string MethodType = "crm:method";
    private const string OrgType = "crm:org";
    private const string ReturnType = "crm:return";

    /// <summary>Whether a second factor was shown.</summary>
    public bool IsTwofold => Method is not SignInMethod.Password;

    public static PendingSignIn? Of(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
        && principal.FindFirstValue(StampType) is { } stamp
        && Enum.TryParse<SignInMethod>(principal.FindFirstValue(MethodType), out var method)
            ? new(user, stamp, method, Guid.TryParse(principal.FindFirstValue(OrgType), out var org) ? org : null, LocalUrl.OrStart(principal.FindFirstValue(ReturnType)))
            : null;

    public ClaimsPrincipal ToPrincipal()
    {
        var identity = new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, UserId.ToString()), new(StampType, Stamp), new(MethodType, Method.ToString()), new(ReturnType, ReturnUrl),
        ], AccessSetup.PendingScheme);
        if (OrgId is { } org) identity.AddClaim(new(OrgType, org.ToString()));
        return new ClaimsPrincipal(identity);
    }
}
