using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Ends every sign-in of one's own but the present one.</summary>
public sealed class RevokeOtherSessions(CrmWork work, CurrentMember me)
{
    public async Task<Outcome> RunAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.revoke-others", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is { } refused) return refused;

        await SessionLedger.EndOthersAsync(unit.Db, me.Authority.UserId, me.SessionId, unit.At, ct);
        return await unit.SaveAsync(ct);
    }
}
