using CrmStudio.App.Access.SigningIn;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Mail;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Replaces one's password by a new one. Every other sign-in of the person ends.</summary>
public sealed class ChangePassword(CrmWork work, CurrentMember me, UserManager<SignInUser> users, PasswordCheck passwords, PasswordGate gate, MailQueue mails)
{
    public sealed record Input(string Current, string New);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.change-password", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is { } refused) return refused;

        var user = await users.FindByIdAsync(me.Authority.UserId.ToString()) ?? throw new InvalidOperationException("A signed-in person has an account.");
        if (PasswordRules.Refuse(input.New, user.Email!) is { } weak) return weak with { Field = nameof(input.New) };
        if (await passwords.RunAsync(user.Email, input.Current, ct) is { IsDone: false } wrong)
            return wrong.Refusal == AccessRefusals.Busy ? wrong.Refusal : Refusal.Invalid(nameof(input.Current), "This is not your present password. After five wrong tries the account rests for 15 minutes.");

        try
        {
            user.PasswordHash = await gate.HashAsync(input.New, ct);
        }
        catch (PasswordGateFullException)
        {
            return AccessRefusals.Busy;
        }
        await users.UpdateSecurityStampAsync(user);
        await SessionLedger.EndOthersAsync(unit.Db, user.Id, me.SessionId, unit.At, ct);
        mails.Send(new Mail(user.Email!, "Your CrmStudio password was changed", "Your password was changed in your account, and your other sign-ins were ended.\n\nIf it was not you, tell your administrator now.\n", me.Authority.IsDemo));
        return await unit.SaveAsync(ct);
    }
}
