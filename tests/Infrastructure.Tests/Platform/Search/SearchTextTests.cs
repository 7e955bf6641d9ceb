using CrmStudio.Infrastructure.Platform.Search;

namespace CrmStudio.Infrastructure.Tests.Platform.Search;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Marisol Whitlock", "marisol whitlock")]
    [InlineData("José O’Brien-Núñez", "jose obrien nunez")]
    [InlineData("Łukasz Strauß Ægir Øst", "lukasz strauss aegir ost")]
    [InlineData("ＦＵＬＬ Ｗｉｄｔｈ", "full width")]
    [InlineData("李 明", "李 明")]
    [InlineData("J. R. Webb", "webb")]
    [InlineData("HL-26-0412", "hl260412 260412 0412 412")]
    [InlineData("214 Alder Court, Apt. 12B", "214 alder court apt 12b")]
    [InlineData("evan.whitlock@example.com", "evan.whitlock@example.com evan whitlock")]
    [InlineData("2075550142", "2075550142 5550142 0142")]
    [InlineData("   ", "")]
    [InlineData(null, "")]
    public void A_record_is_found_by_these_words(string? text, string words) =>
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), SearchText.Words(text).Distinct());

    [Theory]
    [InlineData("HL-26", "hl26")]
    [InlineData("+1 (207) 555-0142", "2075550142")]
    [InlineData("555-0142", "5550142")]
    [InlineData("whitlock whitlock", "whitlock")]
    [InlineData("evan.whit", "evan whit")]
    [InlineData("Evan@Exa", "evan@exa")]
    [InlineData("%_\\", "")]
    public void A_query_asks_for_these_terms(string query, string terms) => Assert.Equal(terms.Split(' ', StringSplitOptions.RemoveEmptyEntries), SearchText.Terms(query));

    [Fact]
    public void Whatever_word_a_record_has_is_a_beginning_of_itself_when_typed()
    {
        foreach (var text in new[] { "HL-26-0412", "Marisol", "evan.whitlock@example.com", "12B", "O’Brien" })
            Assert.All(SearchText.Terms(text), term => Assert.Contains(SearchText.Words(text), word => word.StartsWith(term, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("whitlock", "whitlock", 0)]
    [InlineData("whtilock", "whitlock", 1)]
    [InlineData("whitlok", "whitlock", 1)]
    [InlineData("whitlockk", "whitlock", 1)]
    [InlineData("whitlack", "whitlock", 1)]
    [InlineData("witlokc", "whitlock", 2)]
    [InlineData("gupta", "whitlock", 3)]
    public void Slips_are_counted(string typed, string word, int slips) => Assert.Equal(slips, Misspelling.Count(typed, word, 2));

    [Fact]
    public void Every_word_within_the_forgiven_slips_shares_a_part_with_what_was_typed()
    {
        const string letters = "abc";
        foreach (var word in new[] { "abcb", "abcba", "abcbac", "abcbaca", "abcbacab", "abcbacabcb" })
            for (var seed = 0; seed < 3_000; seed++)
            {
                var dice = new Random(seed);
                var slipped = word;
                for (var slips = Misspelling.Allowed(word); slips > 0; slips--) slipped = Slip(slipped, dice, letters);
                var (start, middle, end) = Misspelling.Parts(word);
                if (Misspelling.Count(word, slipped, 2) <= Misspelling.Allowed(word))
                    Assert.True(slipped.StartsWith(start, StringComparison.Ordinal) || slipped.EndsWith(end, StringComparison.Ordinal) || slipped.Contains(middle, StringComparison.Ordinal), $"{word} {slipped}");
            }
    }

    private static string Slip(string word, Random dice, string letters)
    {
        var at = dice.Next(word.Length);
        var letter = letters[dice.Next(letters.Length)];
        return dice.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, letter.ToString()),
            2 => $"{word[..at]}{letter}{word[(at + 1)..]}",
            _ => at + 1 < word.Length ? $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}" : word,
        };
    }
}
