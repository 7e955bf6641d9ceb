using System.Linq.Expressions;

namespace CrmStudio.Infrastructure.Platform.Search;

/// <summary>One word of a query, and the words of the index it stands for.</summary>
/// <param name="Text">What was typed, folded.</param>
/// <param name="Words">Words it may mean; null for every word that begins with it.</param>
public sealed record SearchTerm(string Text, IReadOnlyList<string>? Words)
{
    // Above every letter there is: the end of a range of words with the same beginning.
    private const string AfterAll = "\U0010FFFF";

    /// <summary>A range of text or a list of words, because only those reach an index under row-level security.</summary>
    internal Expression<Func<SearchHit, bool>> Found
    {
        get
        {
            if (Words is { } words) return hit => words.Contains(hit.Word);
            var (from, to) = (Text, Text + AfterAll);
            return hit => string.Compare(hit.Word, from) >= 0 && string.Compare(hit.Word, to) < 0;
        }
    }
}
