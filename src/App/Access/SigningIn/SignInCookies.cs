using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace CrmStudio.App.Access.SigningIn;

/// <summary>Writes and clears the cookies of a sign-in. The one place that sees the request besides endpoints.</summary>
public sealed class SignInCookies(IHttpContextAccessor requests, IAuthenticationSchemeProvider schemes, SignInDoor door, TimeProvider clock, SessionTickets tickets)
{
    private HttpContext Request => requests.HttpContext ?? throw new InvalidOperationException("Signing in happens in a request only.");

    /// <summary>The sign-in of this request, when there is one.</summary>
    public SignedIn? Present => SignedIn.Of(Request.User);

    /// <summary>Begins a session. One that the browser still has ends first: a session id from before never becomes signed in.</summary>
    public async Task BeginAsync(SignedIn who, CancellationToken ct)
    {
        await EndPresentAsync(ct);
        await Request.SignOutAsync(AccessSetup.PendingScheme);
        await Request.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        // The request's own handler remembers the session it read and would renew it; a fresh one starts from nothing.
        var fresh = (IAuthenticationSignInHandler)(await new AuthenticationHandlerProvider(schemes).GetHandlerAsync(Request, IdentityConstants.ApplicationScheme))!;
        await fresh.SignInAsync(who.ToPrincipal(), new AuthenticationProperties { AllowRefresh = false });
    }

    /// <summary>Ends the session and clears every cookie of it.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        await EndPresentAsync(ct);
        await Request.SignOutAsync(IdentityConstants.ApplicationScheme);
        await Request.SignOutAsync(AccessSetup.PendingScheme);
        await Request.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
    }

    /// <summary>What is under way in this browser.</summary>
    public async Task<PendingSignIn?> PendingAsync() => PendingSignIn.Of((await Request.AuthenticateAsync(AccessSetup.PendingScheme)).Principal);

    /// <summary>Keeps what is under way.</summary>
    public Task KeepAsync(PendingSignIn pending) => Request.SignInAsync(AccessSetup.PendingScheme, pending.ToPrincipal());

    private async Task EndPresentAsync(CancellationToken ct)
    {
        if (Present is not { } standing) return;
        await SessionLedger.EndAsync(door.Db, standing.SessionId, clock.GetUtcNow(), ct);
        tickets.Forget(standing.SessionId);
    }
}
