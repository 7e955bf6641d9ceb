using CrmStudio.Domain.Loans.Credit;

namespace CrmStudio.Domain.Tests.Loans.Credit;

public sealed class RepresentativeScoreTests
{
    /// <summary>The examples of the Selling Guide, B3-5.1-02.</summary>
    [Theory]
    [InlineData(new[] { 590, 605, 648 }, 605)]
    [InlineData(new[] { 590, 605 }, 590)]
    [InlineData(new[] { 661, 693, 693 }, 693)]
    [InlineData(new[] { 700, 680, 680 }, 680)]
    [InlineData(new[] { 700, 700, 680 }, 700)]
    [InlineData(new[] { 712 }, 712)]
    public void Of_three_scores_the_middle_of_two_the_lower(int[] scores, int stands) => Assert.Equal(stands, RepresentativeScore.OfBorrower("Marisol", Lines(scores)).Value);

    [Fact]
    public void The_lowest_borrower_stands_for_the_loan_and_one_without_a_score_is_left_out()
    {
        var (first, second, third) = (RepresentativeScore.OfBorrower("Marisol", Lines([590, 605, 648])), RepresentativeScore.OfBorrower("Evan", Lines([661, 693, 693])), RepresentativeScore.OfBorrower("Ana", [new(CreditBureau.Equifax, null)]));
        var loan = RepresentativeScore.OfLoan([first, second, third]);

        Assert.Equal(605, loan.Value);
        Assert.Equal("the lowest of the borrowers’", loan.Steps[^1].Because);
        Assert.Equal("no score: left out", loan.Steps[2].Because);
        Assert.Equal("a score", RepresentativeScore.OfLoan([third]).Missing);
    }

    [Fact]
    public void The_way_shows_every_bureau_and_ends_with_the_score_that_counts()
    {
        var figure = RepresentativeScore.OfBorrower("Marisol", [new(CreditBureau.TransUnion, 715), new(CreditBureau.Equifax, 702), new(CreditBureau.Experian, null)]);

        Assert.Equal(["Equifax", "Experian", "TransUnion", "Stands for the borrower"], figure.Steps.Select(step => step.Label));
        Assert.Equal((702, "the lower of two"), ((int)figure.Steps[^1].Amount!, figure.Steps[^1].Because));
    }

    private static ScoreLine[] Lines(int[] scores) => [.. scores.Select((score, place) => new ScoreLine((CreditBureau)place, score))];
}
