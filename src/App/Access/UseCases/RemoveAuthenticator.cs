using CrmStudio.App.Access.SigningIn;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Takes one's authenticator away, unless it is the only second factor of somebody who needs one.</summary>
public sealed class RemoveAuthenticator(FreshAccount account, UserManager<SignInUser> users, SignInDoor door)
{
    public async Task<Outcome> RunAsync(CancellationToken ct)
    {
        var opened = await account.OpenAsync("access.remove-authenticator", ct);
        if (!opened.IsDone) return opened.Refusal;
        var user = opened.Value;
        if ((await users.GetPasskeysAsync(user)).Count == 0 && !await door.IsDemoOnlyAsync(user.Id, ct)) return AccessRefusals.LastFactor;

        await users.SetTwoFactorEnabledAsync(user, false);
        await users.RemoveAuthenticationTokenAsync(user, "[AspNetUserStore]", "AuthenticatorKey");
        return Outcome.Done;
    }
}
