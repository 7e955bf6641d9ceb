using CrmStudio.App.Access.SigningIn;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Takes a passkey away, unless it is the only second factor of somebody who needs one.</summary>
public sealed class RemovePasskey(FreshAccount account, UserManager<SignInUser> users, SignInDoor door)
{
    public sealed record Input(string? Id);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var opened = await account.OpenAsync("access.remove-passkey", ct);
        if (!opened.IsDone) return opened.Refusal;
        var user = opened.Value;
        var passkeys = await users.GetPasskeysAsync(user);
        if (passkeys.FirstOrDefault(passkey => Convert.ToHexString(passkey.CredentialId) == input.Id) is not { } passkey) return Refusal.NotFound;
        if (passkeys.Count == 1 && !user.TwoFactorEnabled && !await door.IsDemoOnlyAsync(user.Id, ct)) return AccessRefusals.LastFactor;

        await users.RemovePasskeyAsync(user, passkey.CredentialId);
        return Outcome.Done;
    }
}
