using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Compliance;

/// <summary>The rules as they stand in the database. They change with a new rule pack only, so they are kept for a minute.</summary>
public sealed class RuleBooks(TimeProvider clock)
{
    private static readonly TimeSpan keptFor = TimeSpan.FromMinutes(1);

    private sealed record Kept(RuleBook Book, DateTimeOffset Until);

    private volatile Kept? kept;

    /// <summary>The rules.</summary>
    /// <exception cref="InvalidOperationException">No pack was loaded.</exception>
    public async ValueTask<RuleBook> ReadAsync(CrmUnit unit, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (kept is { } known && now < known.Until) return known.Book;

        var pack = await unit.Db.Set<LoadedRulePack>().AsNoTracking().OrderByDescending(loaded => loaded.LoadedAt).FirstOrDefaultAsync(ct)
            ?? throw new InvalidOperationException("The database has no rules: run scripts/migrate.");
        var book = new RuleBook(
            pack.Version, await unit.Db.Set<RuleVersion>().AsNoTracking().ToListAsync(ct), await unit.Db.Set<RegulatoryParameter>().AsNoTracking().ToListAsync(ct));
        kept = new Kept(book, now + keptFor);
        return book;
    }
}
