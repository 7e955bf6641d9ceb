using System.Text;
using CrmStudio.App.Hosting.Settings;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace CrmStudio.App.Access.SigningIn;

/// <summary>A new password by a mailed link that works once, for an hour.</summary>
public sealed class PasswordResets(UserManager<SignInUser> users, PasswordGate gate, SignInDoor door, MailQueue mails, CrmSettings settings, ResetPace pace, TimeProvider clock)
{
    /// <summary>Mails a link if anybody goes by the address. Never says whether.</summary>
    public async Task AskAsync(string? email, CancellationToken ct)
    {
        if (!EmailAddress.IsValid(email?.Trim()) || await users.FindByEmailAsync(email!.Trim()) is not { } user || !pace.Allows(user.Id)) return;

        var link = await LinkAsync(user);
        mails.Send(new Mail(user.Email!, "Choose a new CrmStudio password", $"""
            Somebody, probably you, asked for a new password. This link works once, for one hour:

            {link}

            If it was not you, do nothing: your password stays as it is.
            """, isDemo: await door.IsDemoOnlyAsync(user.Id, ct)));
    }

    /// <summary>A link that lets a person choose a password once.</summary>
    public async Task<Uri> LinkAsync(SignInUser user)
    {
        var token = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await users.GeneratePasswordResetTokenAsync(user)));
        return new Uri(settings.PublicUrl, $"{AccessUrls.Reset}?key={user.Id:n}.{token}");
    }

    /// <summary>Sets the new password and ends every session of the person.</summary>
    public async Task<Outcome> SetAsync(string? key, string? password, CancellationToken ct)
    {
        if (key?.Split('.', 2) is not [var id, var sealedToken] || !Guid.TryParse(id, out var userId) || Decoded(sealedToken) is not { } token
            || await users.FindByIdAsync(userId.ToString()) is not { } user) return AccessRefusals.ResetInvalid;
        if (PasswordRules.Refuse(password, user.Email!) is { } weak) return weak;

        try
        {
            var reset = await gate.RunAsync(() => users.ResetPasswordAsync(user, token, password!), ct);
            if (!reset.Succeeded) return AccessRefusals.ResetInvalid;
        }
        catch (PasswordGateFullException)
        {
            return AccessRefusals.Busy;
        }

        await SessionLedger.EndOthersAsync(door.Db, user.Id, null, clock.GetUtcNow(), ct);
        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
        await users.UpdateAsync(user);
        mails.Send(new Mail(user.Email!, "Your CrmStudio password was changed", """
            Your password was changed with a mailed link, and every open sign-in was ended.

            If it was not you, tell your administrator now.
            """, isDemo: await door.IsDemoOnlyAsync(user.Id, ct)));
        return Outcome.Done;
    }

    private static string? Decoded(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
