using CrmStudio.Domain.Leads.Scoring;

namespace CrmStudio.Domain.Tests.Leads.Scoring;

public sealed class ScoreGuardTests
{
    public static TheoryData<string> Forbidden => [.. ScoreGuard.Forbidden];

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void No_forbidden_fact_is_scored_whatever_its_spelling(string word)
    {
        string[] spellings = [word, char.ToUpperInvariant(word[0]) + word[1..], $"applicant_{word}", $"Applicant{char.ToUpperInvariant(word[0])}{word[1..]}", word.ToUpperInvariant().Replace("8", "", StringComparison.Ordinal)];
        foreach (var spelling in spellings.Take(word.Any(char.IsDigit) ? 4 : 5))
            Assert.Equal("leads.not-to-be-scored", ScoreGuard.Refuse(spelling)?.Code);
    }

    [Theory]
    [InlineData("maritalstatus")]
    [InlineData("National origin")]
    [InlineData("LastName")]
    [InlineData("zip_code")]
    [InlineData("birthDate")]
    [InlineData("AgeAtApplication")]
    [InlineData("public-assistance income")]
    public void Names_people_give_such_facts_are_seen_through(string name) => Assert.NotNull(ScoreGuard.Refuse(name));

    [Theory]
    [InlineData("source")]
    [InlineData("Message")]
    [InlineData("page")]
    [InlineData("languid")]
    [InlineData("timeline.now")]
    public void An_innocent_word_is_not_taken_for_one(string name) => Assert.Null(ScoreGuard.Refuse(name));

    [Fact]
    public void Everything_a_score_knows_and_weighs_passes_the_guard()
    {
        Assert.All(typeof(ScoreFacts).GetProperties(), fact => Assert.Null(ScoreGuard.Refuse(fact.Name)));
        Assert.All(ScoreFeatures.All, feature => Assert.Null(ScoreGuard.Refuse(feature.Name)));
    }
}
