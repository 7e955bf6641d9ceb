using CrmStudio.App.Hosting.Settings;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.SigningIn;

/// <summary>“Enter as”: signs in without a password, in demo mode, to demonstration organizations, as people who are nowhere else.</summary>
public sealed class DemoDoor(CrmSettings settings, SignInDoor door, IServiceScopeFactory scopes, AuthorityReader reader, SignInCookies cookies, SignInRecord record)
{
    /// <summary>Who can be entered as, by organization; empty outside demo mode.</summary>
    public async Task<IReadOnlyList<DemoOrganization>> OfferAsync(CancellationToken ct)
    {
        if (!settings.Demo) return [];
        var organizations = await door.Db.Organizations.AsNoTracking().Where(organization => organization.IsDemo).OrderBy(organization => organization.CreatedAt).ThenBy(organization => organization.Name).ToListAsync(ct);
        var offers = new List<DemoOrganization>();
        foreach (var organization in organizations) offers.Add(new(organization.Id, organization.Name, await PeopleAsync(organization, ct)));
        return offers;
    }

    /// <summary>Enters as a member.</summary>
    /// <returns>The address of the next page.</returns>
    public async Task<Outcome<string>> EnterAsync(Guid orgId, Guid memberId, string? returnUrl, CancellationToken ct)
    {
        if (!settings.Demo || !await door.Db.Organizations.AnyAsync(organization => organization.Id == orgId && organization.IsDemo, ct)) return AccessRefusals.SignInFailed;
        var authority = await reader.IdentifyAsync(orgId, memberId, null, ct);
        if (authority is null || !await door.IsDemoOnlyAsync(authority.UserId, ct)) return AccessRefusals.SignInFailed;

        var who = SignedIn.Now(authority, SignInMethod.EnterAs);
        await cookies.BeginAsync(who, ct);
        await record.WriteAsync("access.enter-as", who, authority, ct);
        return LocalUrl.OrStart(returnUrl);
    }

    private async Task<IReadOnlyList<DemoPerson>> PeopleAsync(Organization organization, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().BecomeSystem(organization.Id, organization.Name, organization.TimeZone);
        await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync("access.demo-list", AccessPermissions.ReadMembers, ct);
        if (unit.Refused is not null) return [];

        var people = await unit.Db.Members.AsNoTracking().Where(member => member.Status == MemberStatus.Active)
            .OrderBy(member => member.CreatedAt).ThenBy(member => member.Id)
            .Select(member => new
            {
                member.Id, Name = member.FirstName + " " + member.LastName, member.Title,
                Role = unit.Db.Roles.Where(role => unit.Db.MemberRoles.Any(held => held.MemberId == member.Id && held.RoleId == role.Id)).OrderBy(role => role.Name).Select(role => new { role.Name, role.BuiltIn }).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return [.. people.Select(person => new DemoPerson(person.Id, person.Name, person.Role?.Name ?? "No role", person.Role?.BuiltIn ?? BuiltInRole.None, person.Title))];
    }
}
