using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;

namespace CrmStudio.App.Access.SigningIn;

/// <summary>Signs in by passkey. It needs the person and the device, so no second factor follows.</summary>
public sealed class PasskeySignIn(SignInManager<SignInUser> signIn, UserManager<SignInUser> users, SignInSteps steps)
{
    /// <returns>The address of the next page.</returns>
    public async Task<Outcome<string>> RunAsync(string? credentialJson, string? returnUrl, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(credentialJson)) return AccessRefusals.PasskeyFailed;
        try
        {
            var shown = await signIn.PerformPasskeyAssertionAsync(credentialJson);
            if (!shown.Succeeded) return AccessRefusals.PasskeyFailed;
            await users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);   // the counter that betrays copies
            return await steps.BeginAsync(shown.User, SignInMethod.Passkey, returnUrl, ct);
        }
        catch (InvalidOperationException)
        {
            return AccessRefusals.PasskeyFailed;   // the browser did not ask for options first
        }
    }
}
