using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Mail;
using Microsoft.AspNetCore.Identity;

namespace CrmStudio.App.Access.SigningIn;

/// <summary>Checks e-mail and password. Takes as long and answers the same for people it knows and people it does not.</summary>
public sealed class PasswordCheck(UserManager<SignInUser> users, PasswordGate gate, SignInAttempts attempts, SignInDoor door, MailQueue mails)
{
    public async Task<Outcome<SignInUser>> RunAsync(string? email, string? password, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(email) || string.IsNullOrEmpty(password) || email.Length > EmailAddress.MaxLength || password.Length > PasswordRules.MaxLength) return AccessRefusals.SignInFailed;

        var user = await users.FindByEmailAsync(email.Trim());
        var guess = await attempts.TakeAsync(user?.Id ?? Guid.Empty, ct);
        try
        {
            var verdict = await gate.VerifyAsync(user?.PasswordHash, password, ct);
            if (user is null || guess is null) return AccessRefusals.SignInFailed;
            if (verdict is PasswordVerificationResult.Failed)
            {
                if (guess == SignInAttempts.Allowed) mails.Send(await RestsMailAsync(user, ct));
                return AccessRefusals.SignInFailed;
            }
            if (verdict is PasswordVerificationResult.SuccessRehashNeeded) user.PasswordHash = await gate.HashAsync(password, ct);
        }
        catch (PasswordGateFullException)
        {
            return AccessRefusals.Busy;
        }

        await attempts.ClearAsync(user.Id, ct);
        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
        await door.Db.SaveChangesAsync(ct);
        return user;
    }

    private async Task<Mail> RestsMailAsync(SignInUser user, CancellationToken ct) => new(user.Email!, "Your CrmStudio account rests for 15 minutes", """
        Somebody typed a wrong password or code five times in a row. Your account takes no password for the next 15 minutes.

        If it was you: wait, use a passkey, or choose a new password with "Forgot it?" on the sign-in page.
        If it was not: your password held. Tell your administrator if this happens again.
        """, isDemo: await door.IsDemoOnlyAsync(user.Id, ct));
}
