using CrmStudio.App.Access.SigningIn;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Adds a passkey that the browser just made.</summary>
public sealed class AddPasskey(FreshAccount account, UserManager<SignInUser> users, SignInManager<SignInUser> signIn, TimeProvider clock)
{
    private const int MostPasskeys = 20;
    private const int NameMaxLength = 60;

    public sealed record Input(string? Name, string? CredentialJson);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var opened = await account.OpenAsync("access.add-passkey", ct);
        if (!opened.IsDone) return opened.Refusal;
        var user = opened.Value;
        if (string.IsNullOrWhiteSpace(input.CredentialJson) || (await users.GetPasskeysAsync(user)).Count >= MostPasskeys) return AccessRefusals.PasskeyFailed;

        var made = await signIn.PerformPasskeyAttestationAsync(input.CredentialJson);
        if (!made.Succeeded || made.UserEntity.Id != user.Id.ToString()) return AccessRefusals.PasskeyFailed;

        var name = input.Name?.Trim() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, NameMaxLength)] : $"Passkey of {clock.GetUtcNow():MMMM d, yyyy}";
        made.Passkey.Name = name;
        return (await users.AddOrUpdatePasskeyAsync(user, made.Passkey)).Succeeded ? Outcome.Done : AccessRefusals.PasskeyFailed;
    }
}
