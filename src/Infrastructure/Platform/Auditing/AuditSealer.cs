using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Platform.Auditing;

/// <summary>Seals the audit trail of the bound organization into its hash chain, and verifies it.</summary>
public sealed class AuditSealer(CrmWork work, TimeProvider clock)
{
    /// <summary>Entries sealed in one save.</summary>
    public const int BatchSize = 5_000;

    /// <summary>An entry that is saved later than this after its unit began is found by <see cref="SealAllAsync"/> only.</summary>
    public static readonly TimeSpan LongestSave = TimeSpan.FromMinutes(10);

    // After an import others wait for their turn; what is left is sealed at the next.
    private static readonly TimeSpan turn = TimeSpan.FromSeconds(3);

    /// <summary>Seals what was written since the last time, oldest first, for a few seconds at most. Two nodes sealing at once wait for each other.</summary>
    /// <returns>How many entries were sealed.</returns>
    public Task<int> SealAsync(CancellationToken ct) => SealAsync(everything: false, ct);

    /// <summary>The same after looking through the whole trail, also for entries whose save took long.</summary>
    public Task<int> SealAllAsync(CancellationToken ct) => SealAsync(everything: true, ct);

    private async Task<int> SealAsync(bool everything, CancellationToken ct)
    {
        var (started, count) = (clock.GetTimestamp(), 0);
        (DateTimeOffset At, Guid Id)? after = everything ? (DateTimeOffset.MinValue, Guid.Empty) : null;
        while (true)
        {
            var batch = await SealBatchAsync(after, ct);
            count += batch.Count;
            if (batch.Count < BatchSize || clock.GetElapsedTime(started) > turn) return count;
            after = (batch[^1].At, batch[^1].Id);
        }
    }

    private async Task<IReadOnlyList<AuditEntry>> SealBatchAsync((DateTimeOffset At, Guid Id)? after, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("audit.seal", CompliancePermissions.ReadAudit, ct);
        if (unit.Refused is not null) return [];
        var db = unit.Db;
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"audit:" + db.OrgId}, 0))", ct);

        var last = await db.AuditSeals.AsNoTracking().OrderByDescending(seal => seal.Position).FirstOrDefaultAsync(ct);
        var (at, id) = after ?? (last is null ? DateTimeOffset.MinValue : last.SealedAt - LongestSave, Guid.Empty);
        var unsealed = await db.AuditEntries.AsNoTracking()
            .Where(entry => EF.Functions.GreaterThan(ValueTuple.Create(entry.At, entry.Id), ValueTuple.Create(at, id)))
            .Where(entry => !db.AuditSeals.Any(seal => seal.Id == entry.Id))
            .OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
            .Take(BatchSize).ToListAsync(ct);
        foreach (var entry in unsealed) db.AuditSeals.Add(last = new AuditSeal(entry, last, unit.At));
        if (unsealed.Count > 0) await unit.SaveAsync(ct);
        return unsealed;
    }

    /// <summary>Walks the chain and compares each seal with its entry.</summary>
    public async Task<Outcome<AuditVerdict>> VerifyAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("audit.verify", CompliancePermissions.ReadAudit, ct);
        if (unit.Refused is { } refused) return refused;
        var db = unit.Db;

        long expected = 1;
        string? previous = null;
        var links = db.AuditSeals.AsNoTracking().OrderBy(seal => seal.Position)
            .Select(seal => new { seal.Position, seal.Hash, Entry = db.AuditEntries.AsNoTracking().FirstOrDefault(entry => entry.Id == seal.Id) });
        await foreach (var link in links.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (link.Position != expected || link.Entry is null || AuditSeal.HashOf(link.Entry, link.Position, previous) != link.Hash)
                return new AuditVerdict(expected - 1, 0, expected);
            (previous, expected) = (link.Hash, expected + 1);
        }
        var tail = await db.AuditEntries.CountAsync(entry => !db.AuditSeals.Any(seal => seal.Id == entry.Id), ct);
        return new AuditVerdict(expected - 1, tail, null);
    }
}
