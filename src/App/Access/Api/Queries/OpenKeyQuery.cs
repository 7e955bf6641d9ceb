using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.Api.Queries;

/// <summary>The key a secret belongs to, if it opens; now and then it notes that it was used.</summary>
public sealed class OpenKeyQuery(CrmWork work)
{
    /// <param name="hash">The hash of the secret.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<OpenKey>> ReadAsync(string hash, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.keys.enter", AccessPermissions.MakeApiKeys, ct);
        if (unit.Refused is { } refused) return refused;

        var key = await unit.Db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(one => one.SecretHash == hash, ct);
        if (key is null || !key.Opens(unit.At)) return AccessRefusals.KeyOpensNothing;
        if (key.UsedAt is null || unit.At - key.UsedAt > ApiKey.NotedEvery)
        {
            // Past the audit trail: it tells what programs change, not that they looked.
            await unit.Db.ApiKeys.Where(one => one.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.UsedAt, unit.At), ct);
            await unit.SaveAsync(ct);
        }
        return new OpenKey(key.Id, key.MemberId, key.Scopes);
    }
}

/// <summary>A key that opens.</summary>
public sealed record OpenKey(Guid Id, Guid MemberId, string[] Scopes);
