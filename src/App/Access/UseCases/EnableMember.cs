using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Opens the organization to a disabled member again.</summary>
public sealed class EnableMember(CrmWork work)
{
    public sealed record Input(Guid MemberId);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.enable", AccessPermissions.EditMembers, ct);
        if (unit.Refused is { } refused) return refused;
        var member = await unit.Db.Members.SingleOrDefaultAsync(m => m.Id == input.MemberId, ct);
        if (member is null) return Refusal.NotFound;

        if (member.Status == MemberStatus.Active) return Outcome.Done;
        member.Enable();
        return await unit.SaveAsync(ct);
    }
}
