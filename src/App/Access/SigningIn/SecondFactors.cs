using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CrmStudio.App.Access.SigningIn;

/// <summary>What a person shows besides the password: codes of an authenticator, recovery codes, passkeys.</summary>
public sealed class SecondFactors(UserManager<SignInUser> users, SignInUserStore store, SignInAttempts attempts, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How many recovery codes are made.</summary>
    public const int RecoveryCodes = 10;

    private static readonly TimeSpan offerLasts = TimeSpan.FromMinutes(15);

    /// <summary>Whether the person has one.</summary>
    public async Task<bool> HasAnyAsync(SignInUser user) => user.TwoFactorEnabled || (await users.GetPasskeysAsync(user)).Count > 0;

    /// <summary>Checks a code of the authenticator or, if it is no such code, a recovery code. Either works once.</summary>
    /// <returns>How it was proven, or null.</returns>
    public async Task<SignInMethod?> CheckAsync(SignInUser user, string? code, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(code) || code.Length > 64 || await attempts.TakeAsync(user.Id, ct) is null) return null;
        var method = await MethodOfAsync(user, code.Trim(), ct);
        if (method is not null) await attempts.ClearAsync(user.Id, ct);
        return method;
    }

    /// <summary>Offers a new secret. Nothing is stored before the person shows a code made with it.</summary>
    public AuthenticatorOffer Offer(SignInUser user)
    {
        var key = Totp.NewKey();
        return new(key, Totp.AddressOf(key, user.Email!), SealFor(user).Protect(key, offerLasts));
    }

    /// <summary>An offer shown before, from its sealed form; null when it is too old or somebody else's.</summary>
    public AuthenticatorOffer? OfferOf(SignInUser user, string? sealedKey)
    {
        try
        {
            var key = SealFor(user).Unprotect(sealedKey ?? "");
            return new(key, Totp.AddressOf(key, user.Email!), sealedKey!);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Sets the authenticator up once a code fits the offered secret. Old recovery codes go, new ones are shown once.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> SetUpAsync(SignInUser user, AuthenticatorOffer offer, string? code, CancellationToken ct)
    {
        if (await attempts.TakeAsync(user.Id, ct) is null) return AccessRefusals.CodeInvalid;
        if (Totp.StepOf(offer.Key, code ?? "", clock.GetUtcNow()) is not { } step || !await store.UseStepAsync(user.Id, step, ct)) return AccessRefusals.CodeInvalid;

        await store.SetAuthenticatorKeyAsync(user, offer.Key, ct);
        await users.SetTwoFactorEnabledAsync(user, true);
        await attempts.ClearAsync(user.Id, ct);
        return await NewRecoveryCodesAsync(user);
    }

    /// <summary>Makes new recovery codes; the old ones stop working.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> NewRecoveryCodesAsync(SignInUser user) =>
        new([.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []], null);

    private async Task<SignInMethod?> MethodOfAsync(SignInUser user, string code, CancellationToken ct)
    {
        if (user.TwoFactorEnabled && await store.GetAuthenticatorKeyAsync(user, ct) is { } key
            && Totp.StepOf(key, code, clock.GetUtcNow()) is { } step && await store.UseStepAsync(user.Id, step, ct)) return SignInMethod.Authenticator;
        return (await users.RedeemTwoFactorRecoveryCodeAsync(user, code.ToUpperInvariant())).Succeeded ? SignInMethod.RecoveryCode : null;
    }

    private ITimeLimitedDataProtector SealFor(SignInUser user) => protection.CreateProtector("CrmStudio.AuthenticatorOffer", user.Id.ToString()).ToTimeLimitedDataProtector();
}
