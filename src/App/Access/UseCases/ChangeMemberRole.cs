using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Gives a member other roles. Open pages of theirs show the difference within seconds.</summary>
public sealed class ChangeMemberRole(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid MemberId, IReadOnlyCollection<Guid> RoleIds);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        if (input.RoleIds.Count == 0) return Refusal.Invalid(nameof(input.RoleIds), "Choose at least one role.");

        await using var unit = await work.BeginAsync("access.change-role", AccessPermissions.EditMembers, ct);
        if (unit.Refused is { } refused) return refused;
        if (input.MemberId == me.Id) return AccessRefusals.NotYourself;

        var wanted = await unit.Db.Roles.Include(role => role.Grants).Where(role => input.RoleIds.Contains(role.Id)).ToListAsync(ct);
        var member = await unit.Db.Members.SingleOrDefaultAsync(m => m.Id == input.MemberId, ct);
        if (member is null || wanted.Count != input.RoleIds.Distinct().Count()) return Refusal.NotFound;
        if (!wanted.TrueForAll(me.MayHandOut)) return AccessRefusals.RoleAboveOwn;
        if (wanted.TrueForAll(role => role.BuiltIn != BuiltInRole.Admin) && !await unit.OthersRemainAsync(member.Id, ct)) return AccessRefusals.LastAdministrator;

        var held = await unit.Db.MemberRoles.Where(role => role.MemberId == member.Id).ToListAsync(ct);
        unit.Db.MemberRoles.RemoveRange(held.Where(role => !input.RoleIds.Contains(role.RoleId)));
        unit.Db.MemberRoles.AddRange(wanted.Where(role => held.TrueForAll(old => old.RoleId != role.Id)).Select(role => new MemberRole(member.Id, role.Id)));
        member.AccessChanged();
        return await unit.SaveAsync(ct);
    }
}
