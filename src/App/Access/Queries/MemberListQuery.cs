using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.Queries;

/// <summary>Who works in the organization.</summary>
public sealed record MemberListRow(Guid Id, string Name, string Email, string? Title, MemberStatus Status, IReadOnlyList<string> Roles, IReadOnlyList<string> Teams);

/// <summary>Reads the members with their roles and teams, by name.</summary>
public sealed class MemberListQuery(CrmWork work)
{
    public async Task<Outcome<IReadOnlyList<MemberListRow>>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.read-members", AccessPermissions.ReadMembers, ct);
        if (unit.Refused is { } refused) return refused;

        return await unit.Db.Members.AsNoTracking().OrderBy(member => member.FirstName).ThenBy(member => member.LastName)
            .Select(member => new MemberListRow(member.Id, member.FirstName + " " + member.LastName, member.Email, member.Title, member.Status,
                unit.Db.Roles.Where(role => unit.Db.MemberRoles.Any(held => held.MemberId == member.Id && held.RoleId == role.Id)).OrderBy(role => role.Name).Select(role => role.Name).ToList(),
                unit.Db.Teams.Where(team => unit.Db.TeamMembers.Any(place => place.MemberId == member.Id && place.TeamId == team.Id)).OrderBy(team => team.Name).Select(team => team.Name).ToList()))
            .ToListAsync(ct);
    }
}
