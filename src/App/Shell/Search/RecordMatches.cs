using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Shell.Search;

/// <summary>One way of reading a query: the words it stands for, among names or among details.</summary>
/// <param name="db">The context of the search.</param>
/// <param name="terms">What must be found, every term of it.</param>
/// <param name="isName">Whether the longest term must stand among the names of a record, or among its details.</param>
public sealed class RecordMatches(CrmDbContext db, IReadOnlyList<SearchTerm> terms, bool isName)
{
    // A page of candidates is looked at before the next, since most members see most of what they look for.
    private const int Page = 64;

    /// <summary>Whether the longest term must stand among the names of a record: what has no details is not asked otherwise.</summary>
    public bool IsName => isName;

    /// <summary>
    /// The ids of matching records the member may see, best first. What the words point at is narrowed to the visible; when they point
    /// at too much for that, the visible records are asked for the words.
    /// </summary>
    /// <param name="kind">Table of the records.</param>
    /// <param name="visible">The records the member may see: each query names some of them.</param>
    /// <param name="most">How many are wanted.</param>
    /// <param name="ct">Cancels the search.</param>
    public async Task<IReadOnlyList<Guid>> VisibleAsync<T>(string kind, IReadOnlyList<IQueryable<T>> visible, int most, CancellationToken ct)
        where T : Entity
    {
        var found = new List<Guid>();
        var candidates = await db.Candidates(kind, terms, isName).ToListAsync(ct);
        foreach (var page in candidates.Distinct().Chunk(Page))
        {
            var seen = new HashSet<Guid>();
            foreach (var some in visible) seen.UnionWith(await some.Where(record => page.Contains(record.Id)).Select(record => record.Id).ToListAsync(ct));
            found.AddRange(page.Where(seen.Contains));
            if (found.Count >= most) return [.. found.Take(most)];
        }
        if (candidates.Count < SearchReading.MaxCandidates) return found;

        foreach (var some in visible) found.AddRange(await some.Found(db, kind, terms).Select(record => record.Id).Take(most).ToListAsync(ct));
        return [.. found.Distinct().Take(most)];
    }
}
