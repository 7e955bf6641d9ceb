using System.Security.Cryptography;
using CrmStudio.App.Hosting.Settings;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Mail;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Mails somebody a link to join the organization. The answer is the same whether or not the person uses CrmStudio elsewhere.</summary>
public sealed class InviteMember(CrmWork work, CurrentMember me, MailQueue mails, CrmSettings settings)
{
    private const int SecretBytes = 32;

    public sealed record Input(string Email, Guid RoleId, Guid? TeamId);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var email = EmailAddress.Normalize(input.Email);
        if (!EmailAddress.IsValid(email)) return Refusal.Invalid(nameof(input.Email), "Type an e-mail address such as ana@example.com.");

        await using var unit = await work.BeginAsync("access.invite", AccessPermissions.InviteMembers, ct);
        if (unit.Refused is { } refused) return refused;

        var role = await unit.Db.Roles.Include(r => r.Grants).SingleOrDefaultAsync(r => r.Id == input.RoleId, ct);
        if (role is null) return Refusal.NotFound;
        if (!me.MayHandOut(role)) return AccessRefusals.RoleAboveOwn;
        if (input.TeamId is { } teamId && !await unit.Db.Teams.AnyAsync(team => team.Id == teamId, ct)) return Refusal.NotFound;
        if (await unit.Db.Members.AnyAsync(member => member.Email.ToLower() == email, ct)) return AccessRefusals.AlreadyMember;

        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));
        unit.Db.Invitations.Add(new Invitation(email, role.Id, input.TeamId, me.Id, secret, unit.At));
        var saved = await unit.SaveAsync(ct);
        if (!saved.IsDone) return saved;

        mails.Send(MailFor(email, new Uri(settings.PublicUrl, AccessUrls.Invitation($"{me.OrgId:n}.{secret}"))));
        return Outcome.Done;
    }

    private Mail MailFor(string email, Uri link) => new(email, "You are invited to CrmStudio", $"""
        {me.Name} invites you to work with {me.Authority.OrgName} in CrmStudio. This link works once, for {Invitation.Lifetime.Days} days:

        {link}

        If you did not expect this, do nothing.
        """, me.Authority.IsDemo);
}
