using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Scoring;

namespace CrmStudio.Domain.Tests.Leads.Scoring;

public sealed class LeadRatingTests
{
    [Fact]
    public void Points_of_a_thousand_leads_sum_exactly_to_their_scores()
    {
        var dice = new Random(42);
        for (var i = 0; i < 1_000; i++)
        {
            var (facts, weights) = (Any(dice), i % 2 == 0 ? ScoreWeights.Prior : AnyWeights(dice));
            var rating = LeadRating.Of(facts, weights);
            Assert.InRange(rating.Score, 0, 100);
            Assert.Equal(rating.Score, rating.Reasons.Sum(reason => reason.Points));
            Assert.Equal("An average lead", rating.Reasons[0].Words);
            Assert.DoesNotContain(rating.Reasons.Skip(1), reason => reason.Points == 0);
        }
    }

    [Fact]
    public void An_average_lead_has_the_average_and_nothing_to_explain()
    {
        var weights = new ScoreWeights(0, [.. ScoreFeatures.All.Select(_ => 0.0)], [.. ScoreFeatures.All.Select(_ => 0.5)]);
        var rating = LeadRating.Of(new ScoreFacts(), weights);
        Assert.Equal(50, rating.Score);
        Assert.Equal(new ScoreReason("", "An average lead", 50), Assert.Single(rating.Reasons));
    }

    [Fact]
    public void Reasons_that_cancel_out_are_said_all_the_same()
    {
        // +1 for being sent, -1 for wanting to wait: the chance is that of the average, and both reasons have their points.
        double Weight(string name) => name switch { "source.referral" => 1, "timeline.later" => -1, _ => 0 };
        var weights = new ScoreWeights(0, [.. ScoreFeatures.All.Select(feature => Weight(feature.Name))], [.. ScoreFeatures.All.Select(_ => 0.0)]);
        var rating = LeadRating.Of(new ScoreFacts { Source = LeadSources.Referral, Timeline = LeadTimeline.Later }, weights);

        Assert.Equal(50, rating.Score);
        Assert.Equal((25, -25), (PointsOf(rating, ScoreFeatures.Source), PointsOf(rating, ScoreFeatures.Timeline)));
    }

    [Fact]
    public void What_would_raise_the_score_raises_it_by_as_much_as_is_said()
    {
        var facts = new ScoreFacts { Source = LeadSources.Portal, HasPhone = true, SilentDays = 3, Attempts = 2 };
        var rating = LeadRating.Of(facts, ScoreWeights.Prior);

        var speak = Assert.Single(rating.Raises, raise => raise.Words == "Speak with them today");
        Assert.Equal(LeadRating.Of(facts with { WasReached = true, SilentDays = 0 }, ScoreWeights.Prior).Score - rating.Score, speak.Points);
        Assert.True(speak.Points > 0);
        Assert.True(rating.Raises[^1] is { Words: "Another day without a word", Points: < 0 });
    }

    [Fact]
    public void A_referral_that_answered_is_hot_and_a_bought_name_that_never_did_is_cold()
    {
        var referral = LeadRating.Of(new ScoreFacts { Source = LeadSources.Referral, Timeline = LeadTimeline.Now, Interest = LeadInterest.PreApproval, HasEmail = true, HasPhone = true, WasReached = true, Replied = true }, ScoreWeights.Prior);
        var bought = LeadRating.Of(new ScoreFacts { Source = LeadSources.Purchased, HasPhone = true, Attempts = 6, SilentDays = 40 }, ScoreWeights.Prior);
        Assert.Equal((LeadBand.Hot, LeadBand.Cold), (Lead.BandOf(referral.Score), Lead.BandOf(bought.Score)));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(0, LeadBand.Cold)]
    [InlineData(39, LeadBand.Cold)]
    [InlineData(40, LeadBand.Warm)]
    [InlineData(69, LeadBand.Warm)]
    [InlineData(70, LeadBand.Hot)]
    [InlineData(100, LeadBand.Hot)]
    public void Bands_begin_at_40_and_70(int? score, LeadBand? band) => Assert.Equal(band, Lead.BandOf(score));

    private static int PointsOf(LeadRating rating, string reason) => rating.Reasons.Single(line => line.Reason == reason).Points;

    internal static ScoreFacts Any(Random dice) => new()
    {
        Source = LeadSources.All[dice.Next(LeadSources.All.Count)],
        Interest = dice.Next(3) == 0 ? null : (LeadInterest)dice.Next(7), Timeline = dice.Next(3) == 0 ? null : (LeadTimeline)dice.Next(4),
        SaidAmount = dice.Next(2) == 0, HasEmail = dice.Next(3) > 0, HasPhone = dice.Next(3) > 0, HasWrongNumber = dice.Next(10) == 0, WasReached = dice.Next(2) == 0, Replied = dice.Next(3) == 0,
        Attempts = dice.Next(9), Inquiries = 1 + dice.Next(3), HasCoBorrower = dice.Next(4) == 0, SilentDays = dice.NextDouble() * 60,
    };

    private static ScoreWeights AnyWeights(Random dice) => new(dice.NextDouble() * 4 - 2, [.. ScoreFeatures.All.Select(_ => dice.NextDouble() * 4 - 2)], [.. ScoreFeatures.All.Select(_ => dice.NextDouble())]);
}
