using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Ends one sign-in: one's own anywhere, or that of a colleague in this organization.</summary>
public sealed class RevokeSession(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid SessionId);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.revoke-session", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is { } refused) return refused;

        var mayEndOthers = me.May(AccessPermissions.EditMembers);
        var isFound = await unit.Db.Sessions.AnyAsync(session => session.Id == input.SessionId
            && (session.UserId == me.Authority.UserId || (mayEndOthers && session.OrgId == me.OrgId)), ct);
        if (!isFound) return Refusal.NotFound;

        await SessionLedger.EndAsync(unit.Db, input.SessionId, unit.At, ct);
        return await unit.SaveAsync(ct);
    }
}
