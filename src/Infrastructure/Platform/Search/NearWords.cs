namespace CrmStudio.Infrastructure.Platform.Search;

/// <summary>Words near what was typed.</summary>
/// <param name="Holding">Words that hold it.</param>
/// <param name="Misspelled">Words it may be a slip of, nearest first.</param>
public sealed record NearWords(IReadOnlyList<string> Holding, IReadOnlyList<string> Misspelled)
{
    internal const int Max = 100, MaxRead = 4_000;
}
