using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.Api.UseCases;

/// <summary>Switches a key off, at once and for good; an administrator those of others too.</summary>
public sealed class RevokeApiKey(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid KeyId);

    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.keys.revoke", AccessPermissions.MakeApiKeys, ct);
        if (unit.Refused is { } refused) return refused;
        var all = me.ScopeOf(AccessPermissions.MakeApiKeys) == Scope.Organization;
        if (await unit.Db.ApiKeys.SingleOrDefaultAsync(one => one.Id == input.KeyId && (all || one.MemberId == me.Id), ct) is not { } key) return Refusal.NotFound;

        key.Revoke(unit.At);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed($"The key {key.Name} is revoked", null) : saved.Refusal;
    }
}
