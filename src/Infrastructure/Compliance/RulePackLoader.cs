using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmStudio.Infrastructure.Compliance;

/// <summary>Puts the rule pack that came with the program into the database, as its owner. The app itself only reads rules.</summary>
public static class RulePackLoader
{
    /// <summary>Replaces all rules and parameters by those of a pack, unless it is the one that was loaded last. Two nodes wait for each other.</summary>
    public static async Task LoadAsync(CrmDbContext db, RulePack pack, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('rule pack', 0))", ct);
        var last = await db.Set<LoadedRulePack>().OrderByDescending(loaded => loaded.LoadedAt).FirstOrDefaultAsync(ct);
        if (last?.Digest == pack.Digest) return;

        await db.Set<RuleVersion>().ExecuteDeleteAsync(ct);
        await db.Set<RegulatoryParameter>().ExecuteDeleteAsync(ct);
        db.AddRange(pack.Rules);
        db.AddRange(pack.Parameters);
        if (await db.Set<LoadedRulePack>().SingleOrDefaultAsync(loaded => loaded.Digest == pack.Digest, ct) is { } again) again.LoadedAt = clock.GetUtcNow();
        else db.Add(new LoadedRulePack { Digest = pack.Digest, Version = pack.Version, PublishedOn = pack.PublishedOn, LoadedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>
    /// Whether a pack is in the database, or was until a newer one took its place: then an older node still finds all it knows.
    /// </summary>
    public static async Task<bool> IsLoadedAsync(NpgsqlConnection connection, RulePack pack, CancellationToken ct)
    {
        await using var read = new NpgsqlCommand("select exists (select from loaded_rule_packs where digest = $1)", connection) { Parameters = { new() { Value = pack.Digest } } };
        return (bool)(await read.ExecuteScalarAsync(ct))!;
    }
}
