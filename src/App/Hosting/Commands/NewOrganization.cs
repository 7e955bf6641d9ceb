using CrmStudio.App.Access.SigningIn;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace CrmStudio.App.Hosting.Commands;

/// <summary>
/// Founds an organization from the command line: the register, the built-in roles, the loan pipeline and its first administrator,
/// who gets a link to choose a password.
/// </summary>
public sealed class NewOrganization(UserManager<SignInUser> users, SignInDoor door, CurrentMember me, CrmWork work, PasswordResets resets, TimeProvider clock)
{
    /// <summary>What to type.</summary>
    public const string Usage = "new-organization NAME SLUG TIME-ZONE FIRST-NAME LAST-NAME E-MAIL";

    /// <returns>The link with which the administrator chooses a password; null when the person has one already.</returns>
    /// <exception cref="StartUpRefusedException">The words do not make an organization.</exception>
    public async Task<Uri?> RunAsync(string ownerConnectionString, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (words is not [var name, var slug, var zone, var first, var last, var email]) throw new StartUpRefusedException($"Say: {Usage}");
        if (!EmailAddress.IsValid(email)) throw new StartUpRefusedException($"E-MAIL is '{email}', which is not an address.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) throw new StartUpRefusedException($"TIME-ZONE is '{zone}', which is not a zone such as America/New_York.");
        if (slug.Length is 0 or > 40 || slug.Any(letter => letter is not ('-' or (>= 'a' and <= 'z') or (>= '0' and <= '9')))) throw new StartUpRefusedException($"SLUG is '{slug}': use small letters, digits and hyphens.");

        var organization = new Organization(Guid.CreateVersion7(), slug, name, zone) { CreatedAt = clock.GetUtcNow() };
        if (!await OrganizationRegister.EnterAsync(ownerConnectionString, organization, ct)) throw new StartUpRefusedException($"SLUG is '{slug}', which an organization has already.");

        var user = await UserAsync(email);
        var memberId = await FoundAsync(organization, user, first, last, email, ct);
        door.Db.UserOrganizations.Add(new UserOrganization { UserId = user.Id, OrgId = organization.Id, MemberId = memberId });
        await door.Db.SaveChangesAsync(ct);
        return await users.HasPasswordAsync(user) ? null : await resets.LinkAsync(user);
    }

    private async Task<SignInUser> UserAsync(string email)
    {
        if (await users.FindByEmailAsync(email) is { } known) return known;
        var user = new SignInUser { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true, CreatedAt = clock.GetUtcNow() };
        var made = await users.CreateAsync(user);
        return made.Succeeded ? user : throw new StartUpRefusedException($"E-MAIL was refused: {string.Join(' ', made.Errors.Select(error => error.Description))}");
    }

    private async Task<Guid> FoundAsync(Organization organization, SignInUser user, string first, string last, string email, CancellationToken ct)
    {
        me.BecomeSystem(organization.Id, organization.Name, organization.TimeZone);
        await using var unit = await work.BeginAsync("access.found-organization", AccessPermissions.EditMembers, ct);
        if (unit.Refused is { } refused) throw new StartUpRefusedException(refused.Message);
        var roles = Enum.GetValues<BuiltInRole>().Where(role => role != BuiltInRole.None).Select(Role.From).ToList();
        var member = new Member(user.Id, first, last, email, organization.TimeZone);
        unit.Db.Roles.AddRange(roles);
        unit.Db.Pipelines.Add(DefaultPipelines.Loans());
        unit.Db.NeedTemplates.AddRange(DefaultNeeds.All());
        unit.Db.Members.Add(member);
        unit.Db.MemberRoles.Add(new MemberRole(member.Id, roles.Single(role => role.BuiltIn == BuiltInRole.Admin).Id));
        await unit.SaveAsync(ct);
        return member.Id;
    }
}
