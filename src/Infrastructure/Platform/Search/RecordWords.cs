using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Search;

/// <summary>The words of one record, each with whether it belongs to its names.</summary>
internal sealed record RecordWords(string Kind, Guid Id, IReadOnlyDictionary<string, bool> Words)
{
    /// <summary>The words a record is found by now.</summary>
    public static RecordWords Of(string kind, Guid id, ISearchable? record)
    {
        var words = new Dictionary<string, bool>(StringComparer.Ordinal);
        if (record is null) return new RecordWords(kind, id, words);
        foreach (var word in record.SearchNames.SelectMany(SearchText.Words).Take(SearchText.MaxWords)) words.TryAdd(word, true);
        foreach (var word in record.SearchDetails.SelectMany(SearchText.Words).Take(SearchText.MaxWords)) words.TryAdd(word, false);
        return new RecordWords(kind, id, words);
    }

    /// <summary>Every word as a row.</summary>
    public IEnumerable<HitRow> All => Words.Select(word => new HitRow(Kind, Id, word.Key, word.Value));

    /// <summary>What these words have and others have not.</summary>
    public IEnumerable<HitRow> Except(RecordWords others) => Words
        .Where(word => !others.Words.TryGetValue(word.Key, out var isName) || isName != word.Value)
        .Select(word => new HitRow(Kind, Id, word.Key, word.Value));
}

/// <summary>A row to add or remove.</summary>
internal readonly record struct HitRow(string Kind, Guid Id, string Word, bool IsName);
