using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.Queries;

/// <summary>Whether the acting member gets a feature: the one place that asks.</summary>
public sealed class FeatureQuery(CrmWork work, CurrentMember me)
{
    /// <summary>True when the feature is on for the member. A feature nobody set up is off.</summary>
    public async Task<bool> IsOnAsync(string key, CancellationToken ct) => (await ReadAsync(ct)).Contains(key);

    /// <summary>Every feature that is on for the member.</summary>
    public async Task<IReadOnlySet<string>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.read-features", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is not null) return new HashSet<string>();
        var flags = await unit.Db.FeatureFlags.AsNoTracking().Include(flag => flag.Rules).ToListAsync(ct);
        return flags.Where(flag => flag.IsOnFor(me.Authority)).Select(flag => flag.Key).ToHashSet(StringComparer.Ordinal);
    }
}
