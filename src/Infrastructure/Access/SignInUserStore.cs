using System.Security.Cryptography;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Access;

/// <summary>Identity's users behind the sign-in door. Authenticator keys and recovery codes are encrypted before they are stored.</summary>
public sealed class SignInUserStore(SignInDoor door, IDataProtectionProvider protection)
    : UserOnlyStore<SignInUser, CrmDbContext, Guid>(door.Db)
{
    private const string StepProvider = "CrmStudio";
    private const string StepName = "LastAuthenticatorStep";

    /// <inheritdoc />
    public override Task SetTokenAsync(SignInUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : ProtectorOf(user).Protect(value), cancellationToken);

    /// <inheritdoc />
    public override async Task<string?> GetTokenAsync(SignInUser user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var stored = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        if (stored is null) return null;
        try
        {
            return ProtectorOf(user).Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;   // written under a key ring that is gone: as if it had never been set up
        }
    }

    /// <summary>Notes that the code of a step was used. A code works once, on whichever node.</summary>
    /// <returns>False when that code or a later one was used already.</returns>
    public async Task<bool> UseStepAsync(Guid userId, long step, CancellationToken ct)
    {
        var written = await Context.Database.ExecuteSqlAsync($"""
            insert into user_tokens (user_id, login_provider, name, value) values ({userId}, {StepProvider}, {StepName}, {step.ToString("D", System.Globalization.CultureInfo.InvariantCulture)})
            on conflict (user_id, login_provider, name) do update set value = excluded.value where user_tokens.value::bigint < excluded.value::bigint
            """, ct);
        return written == 1;
    }

    // The user's id is part of the purpose: a ciphertext copied to another person's row does not open.
    private IDataProtector ProtectorOf(SignInUser user) => protection.CreateProtector("CrmStudio.SecondFactor", user.Id.ToString());
}
