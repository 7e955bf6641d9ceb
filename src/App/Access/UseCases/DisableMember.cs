using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Closes the organization to a member: sessions end, open pages within seconds.</summary>
public sealed class DisableMember(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid MemberId);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.disable", AccessPermissions.EditMembers, ct);
        if (unit.Refused is { } refused) return refused;
        var member = await unit.Db.Members.SingleOrDefaultAsync(m => m.Id == input.MemberId, ct);
        if (member is null) return Refusal.NotFound;

        var outcome = member.Disable(by: me.Id);
        if (!outcome.IsDone) return outcome;
        if (!await unit.OthersRemainAsync(member.Id, ct)) return AccessRefusals.LastAdministrator;

        await SessionLedger.EndOfMemberAsync(unit.Db, me.OrgId, member.Id, unit.At, ct);
        return await unit.SaveAsync(ct);
    }
}
