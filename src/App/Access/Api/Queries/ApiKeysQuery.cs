using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.Api.Queries;

/// <summary>One's own keys; an administrator sees everybody's.</summary>
public sealed class ApiKeysQuery(CrmWork work, CurrentMember me, IEnumerable<ApiScope> scopes)
{
    public async Task<Outcome<ApiKeysView>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.keys.list", AccessPermissions.MakeApiKeys, ct);
        if (unit.Refused is { } refused) return refused;

        var (myId, all) = (me.Id, me.ScopeOf(AccessPermissions.MakeApiKeys) == Scope.Organization);
        var keys = await unit.Db.ApiKeys.AsNoTracking().Where(key => key.RevokedAt == null && (all || key.MemberId == myId)).OrderBy(key => key.CreatedAt)
            .Select(key => new ApiKeyLine(
                key.Id, key.Name, key.MemberId == myId ? null : unit.Db.Members.Where(member => member.Id == key.MemberId).Select(member => member.FirstName + " " + member.LastName).Single(),
                key.Scopes, key.ExpiresAt, key.UsedAt, key.ExpiresAt <= unit.At))
            .ToListAsync(ct);
        return new ApiKeysView(keys, [.. scopes.Where(scope => me.May(scope.Permission))]);
    }
}

/// <summary>The page of keys.</summary>
/// <param name="Keys">Keys that were not revoked.</param>
/// <param name="Scopes">What the member can make keys for.</param>
public sealed record ApiKeysView(IReadOnlyList<ApiKeyLine> Keys, IReadOnlyList<ApiScope> Scopes);

/// <summary>A key.</summary>
/// <param name="Owner">Whose it is; null when it is one's own.</param>
public sealed record ApiKeyLine(Guid Id, string Name, string? Owner, string[] Scopes, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt, bool HasEnded);
