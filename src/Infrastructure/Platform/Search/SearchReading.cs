using System.Data.Common;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Search;

/// <summary>Reads the search index. Whoever asks narrows what is found to what the member may see.</summary>
public static class SearchReading
{
    /// <summary>Most records a term is followed to before visibility is asked.</summary>
    public const int MaxCandidates = 500;

    /// <summary>Records in which every term is found, those of exactly that word first, then the newest. Names a record once for each of its words that match.</summary>
    /// <param name="db">The context.</param>
    /// <param name="kind">Table of the records.</param>
    /// <param name="terms">What must be found; the longest leads.</param>
    /// <param name="isName">Whether the longest must be among the names, or among the details.</param>
    public static IQueryable<Guid> Candidates(this CrmDbContext db, string kind, IReadOnlyList<SearchTerm> terms, bool isName)
    {
        var lead = terms.MaxBy(term => term.Text.Length)!;
        var hits = db.SearchHits.AsNoTracking().Where(hit => hit.Kind == kind && hit.IsName == isName).Where(lead.Found);
        foreach (var term in terms.Where(term => term != lead))
        {
            var others = db.SearchHits.Where(other => other.Kind == kind).Where(term.Found);
            hits = hits.Where(hit => others.Any(other => other.Id == hit.Id));
        }
        return hits.OrderBy(hit => hit.Word).ThenByDescending(hit => hit.Id).Select(hit => hit.Id).Take(MaxCandidates);
    }

    /// <summary>Those of some records in which every term is found: the way round for members who see few.</summary>
    public static IQueryable<T> Found<T>(this IQueryable<T> records, CrmDbContext db, string kind, IReadOnlyList<SearchTerm> terms)
        where T : Entity
    {
        foreach (var term in terms)
        {
            var hits = db.SearchHits.Where(hit => hit.Kind == kind).Where(term.Found);
            records = records.Where(record => hits.Any(hit => hit.Id == record.Id));
        }
        return records;
    }

    /// <summary>Words of the organization that hold the typed letters, or that it may be a slip of. One look through the organization's words.</summary>
    public static async Task<NearWords> NearAsync(this CrmDbContext db, string typed, CancellationToken ct)
    {
        var allowed = Misspelling.Allowed(typed);
        var (shortest, longest) = (typed.Length - allowed, typed.Length + allowed);
        var (start, middle, end) = Misspelling.Parts(typed);
        var words = await db.SearchWords.AsNoTracking()
            .Where(row => row.Word.Contains(typed) || (allowed > 0 && row.Word.Length >= shortest && row.Word.Length <= longest
                && (row.Word.StartsWith(start) || row.Word.EndsWith(end) || row.Word.Contains(middle))))
            .OrderByDescending(row => row.Word.Contains(typed)).ThenBy(row => row.Word.Length).ThenBy(row => row.Word)
            .Select(row => row.Word).Take(NearWords.MaxRead).ToListAsync(ct);
        return new NearWords(
            [.. words.Where(word => word.Contains(typed, StringComparison.Ordinal)).Take(NearWords.Max)],
            [.. words.Where(word => !word.Contains(typed, StringComparison.Ordinal)).Select(word => (word, slips: Misspelling.Count(typed, word, allowed)))
                .Where(near => near.slips <= allowed).OrderBy(near => near.slips).Select(near => near.word).Take(NearWords.Max)]);
    }

    /// <summary>Lets no statement of the unit run longer; one that would fails with what <see cref="IsOverLimit"/> knows.</summary>
    public static Task LimitAsync(this CrmUnit unit, TimeSpan limit, CancellationToken ct) =>
        unit.Db.Database.ExecuteSqlAsync($"select set_config('statement_timeout', {Math.Max(1, (long)limit.TotalMilliseconds).ToString()}, true)", ct);

    /// <summary>Whether a statement failed because it reached the limit, or was cancelled.</summary>
    public static bool IsOverLimit(this DbException failure) => failure.SqlState == PostgresErrorCodes.QueryCanceled;
}
