using CrmStudio.App.Access.SigningIn;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.UseCases;

/// <summary>
/// Joins an organization by a mailed link. Somebody new chooses a password; somebody who signs in elsewhere types the one they
/// have. The link is looked up inside the fence of the organization it names: with another organization's id it finds nothing.
/// </summary>
public sealed class AcceptInvitation(CrmWork work, CurrentMember me, SignInDoor door, PasswordCheck passwords, PasswordGate gate)
{
    public sealed record Input(string Token, string FirstName, string LastName, string Password);

    /// <returns>Who may now sign in, and where.</returns>
    public async Task<Outcome<Joined>> RunAsync(Input input, CancellationToken ct)
    {
        var (first, last) = (input.FirstName.Trim(), input.LastName.Trim());
        if (first.Length is 0 or > 100) return Refusal.Invalid(nameof(input.FirstName), "Type your first name.");
        if (last.Length is 0 or > 100) return Refusal.Invalid(nameof(input.LastName), "Type your last name.");

        var organization = await OrganizationOfAsync(input.Token, ct);
        if (organization is null) return AccessRefusals.InvitationInvalid;
        me.BecomeSystem(organization.Id, organization.Name, organization.TimeZone);

        var hash = Invitation.HashOf(input.Token[(input.Token.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        var email = await OpenInvitationAsync(hash, ct);
        if (email is null) return AccessRefusals.InvitationInvalid;

        var normalized = email.ToUpperInvariant();
        var known = await door.Db.Users.SingleOrDefaultAsync(user => user.NormalizedUserName == normalized, ct);
        if (known is null && PasswordRules.Refuse(input.Password, email) is { } weak) return weak;
        // Demonstration accounts can be entered by anybody: they never lead into a real organization.
        if (known is not null && !organization.IsDemo && await door.IsDemoOnlyAsync(known.Id, ct)) return AccessRefusals.InvitationInvalid;
        if (known is not null && await passwords.RunAsync(email, input.Password, ct) is { IsDone: false } wrong)
            return wrong.Refusal == AccessRefusals.Busy ? AccessRefusals.Busy : Refusal.Invalid(nameof(input.Password), "If you use CrmStudio with this e-mail already, type the password you have. After five wrong tries it rests for 15 minutes.");

        try
        {
            return await JoinAsync(organization, hash, known, known is null ? await NewUserAsync(email, input.Password, ct) : null, first, last, ct);
        }
        catch (PasswordGateFullException)
        {
            return AccessRefusals.Busy;
        }
    }

    private async Task<Outcome<Joined>> JoinAsync(Organization organization, string hash, SignInUser? known, SignInUser? added, string first, string last, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.accept-invitation", AccessPermissions.InviteMembers, ct);
        if (unit.Refused is { } refused) return refused;
        var invitation = await unit.Db.Invitations.SingleOrDefaultAsync(i => i.SecretHash == hash, ct);
        if (invitation is null) return AccessRefusals.InvitationInvalid;
        var accepted = invitation.Accept(unit.At);
        if (!accepted.IsDone) return accepted.Refusal;

        var userId = (known ?? added)!.Id;
        if (added is not null)
        {
            added.CreatedAt = unit.At;
            unit.Db.Users.Add(added);
        }
        var member = new Member(userId, first, last, invitation.Email, organization.TimeZone);
        unit.Db.Members.Add(member);
        unit.Db.MemberRoles.Add(new MemberRole(member.Id, invitation.RoleId));
        if (invitation.TeamId is { } team) unit.Db.TeamMembers.Add(new TeamMember(team, member.Id));
        unit.Db.UserOrganizations.Add(new UserOrganization { UserId = userId, OrgId = organization.Id, MemberId = member.Id });

        // A broken unique rule: already a member, or the same person joined elsewhere this very moment. A concurrent save: the link was used.
        var saved = await unit.SaveAsync(ct, duplicate: _ => AccessRefusals.InvitationInvalid);
        return saved.IsDone ? new Joined(userId, organization.Id) : AccessRefusals.InvitationInvalid;
    }

    private async Task<Organization?> OrganizationOfAsync(string token, CancellationToken ct) =>
        token.Split('.') is [var org, { Length: > 0 and < 200 }] && Guid.TryParseExact(org, "n", out var id)
            ? await door.Db.Organizations.AsNoTracking().SingleOrDefaultAsync(organization => organization.Id == id, ct)
            : null;

    private async Task<string?> OpenInvitationAsync(string hash, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.read-invitation", AccessPermissions.InviteMembers, ct);
        if (unit.Refused is not null) return null;
        var invitation = await unit.Db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.SecretHash == hash, ct);
        return invitation is not null && invitation.Accept(unit.At).IsDone ? invitation.Email : null;
    }

    private async Task<SignInUser> NewUserAsync(string email, string password, CancellationToken ct) => new()
    {
        Id = Guid.CreateVersion7(), UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(),
        EmailConfirmed = true, LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString(), PasswordHash = await gate.HashAsync(password, ct),
    };
}
