using System.Data.Common;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Search;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Shell.Search.Queries;

/// <summary>Finds records of every room by what people call them, while they type. What takes too long is left out, and that is said.</summary>
public sealed class RecordSearchQuery(CrmWork work, IEnumerable<IFindRecords> finders, SearchPatience patience, TimeProvider clock)
{
    /// <summary>Records shown of each kind.</summary>
    public const int MostOfAKind = 8;

    /// <summary>Longest query looked at.</summary>
    public const int MaxLength = 200;

    private const int MostTerms = 6, FewEnoughToGuess = 3, ShortestInside = 3;

    /// <param name="Text">What was typed.</param>
    public sealed record Input(string Text);

    public async Task<Outcome<RecordSearch>> ReadAsync(Input input, CancellationToken ct)
    {
        var typed = SearchText.Terms(input.Text.Length > MaxLength ? input.Text[..MaxLength] : input.Text).Take(MostTerms).ToList();
        if (typed.Count == 0 || typed.All(IsTooShort)) return RecordSearch.Nothing;

        await using var unit = await work.BeginAsync("search", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is { } refused) return refused;

        var search = new Progress(unit, finders, clock, patience.Limit, ct);
        var isWhole = await search.RunAsync(typed);
        return search.Result(typed, isWhole);
    }

    private static bool IsTooShort(string term) => term.Length < 2 && char.IsAscii(term[0]);

    /// <summary>One search under way: words as typed first, then parts of words, then slips of the keyboard.</summary>
    private sealed class Progress(CrmUnit unit, IEnumerable<IFindRecords> finders, TimeProvider clock, TimeSpan limit, CancellationToken ct)
    {
        private readonly long started = clock.GetTimestamp();
        private readonly List<(IFindRecords Finder, List<FoundRecord> Records)> groups = [.. finders.OrderBy(finder => finder.Order).Select(finder => (finder, new List<FoundRecord>()))];
        private readonly HashSet<string> marked = [];

        private int Count => groups.Sum(group => group.Records.Count);

        /// <returns>False when there was not time for everything.</returns>
        public async Task<bool> RunAsync(IReadOnlyList<string> typed)
        {
            try
            {
                if (!await FindAsync([.. typed.Select(term => new SearchTerm(term, null))])) return false;
                if (groups.All(group => group.Records.Count >= MostOfAKind) || !typed.Any(IsGuessed)) return true;

                var near = new Dictionary<string, NearWords>();
                foreach (var term in typed.Where(IsGuessed))
                {
                    if (!await GoOnAsync()) return false;
                    near[term] = await unit.Db.NearAsync(term, ct);
                }
                if (!await GuessAsync(typed, near, words => words.Holding)) return false;
                return Count >= FewEnoughToGuess || await GuessAsync(typed, near, words => [.. words.Holding, .. words.Misspelled]);
            }
            catch (DbException e) when (e.IsOverLimit() && !ct.IsCancellationRequested)
            {
                return false;
            }
        }

        public RecordSearch Result(IReadOnlyList<string> typed, bool isWhole)
        {
            var marks = new SearchMarks([.. typed, .. marked]);
            return new RecordSearch(
                [.. groups.Where(group => group.Records.Count > 0).Select(group => new RecordGroup(
                    group.Finder.Heading, [.. group.Records.Select(record => new RecordRow(record, marks.In(record.Title), marks.In(record.Detail)))]))],
                isWhole, (int)clock.GetElapsedTime(started).TotalMilliseconds);
        }

        private static bool IsGuessed(string term) => term.Length >= ShortestInside && !SearchText.IsCode(term);

        private async Task<bool> GuessAsync(IReadOnlyList<string> typed, Dictionary<string, NearWords> near, Func<NearWords, IReadOnlyList<string>> choose)
        {
            var terms = typed.Select(term => new SearchTerm(term, near.TryGetValue(term, out var words) ? choose(words) : null)).ToList();
            if (terms.Any(term => term.Words is { Count: 0 })) return true;
            marked.UnionWith(terms.SelectMany(term => term.Words ?? []).Where(word => !typed.Any(term => word.Contains(term, StringComparison.Ordinal))));
            return await FindAsync(terms);
        }

        private async Task<bool> FindAsync(IReadOnlyList<SearchTerm> terms)
        {
            foreach (var isName in new[] { true, false })
            {
                var matches = new RecordMatches(unit.Db, terms, isName);
                foreach (var (finder, records) in groups.Where(group => group.Records.Count < MostOfAKind))
                {
                    if (!await GoOnAsync()) return false;
                    var known = records.Select(record => record.Id).ToHashSet();
                    records.AddRange((await finder.FindAsync(unit, matches, MostOfAKind, ct)).Where(record => !known.Contains(record.Id)).Take(MostOfAKind - records.Count));
                }
            }
            return true;
        }

        private async Task<bool> GoOnAsync()
        {
            var left = limit - clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero) return false;
            await unit.LimitAsync(left, ct);
            return true;
        }
    }
}

/// <summary>What was found.</summary>
/// <param name="Groups">By kind, best first in each.</param>
/// <param name="IsWhole">False when the search ran out of time and may have left records out.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record RecordSearch(IReadOnlyList<RecordGroup> Groups, bool IsWhole, int Milliseconds)
{
    public static RecordSearch Nothing { get; } = new([], true, 0);
}

/// <summary>Records of one kind.</summary>
public sealed record RecordGroup(string Heading, IReadOnlyList<RecordRow> Rows);

/// <summary>A record, and where in its words the query stands.</summary>
public sealed record RecordRow(FoundRecord Record, IReadOnlyList<Mark> TitleMarks, IReadOnlyList<Mark> DetailMarks);
