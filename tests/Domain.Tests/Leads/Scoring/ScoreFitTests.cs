using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Scoring;

namespace CrmStudio.Domain.Tests.Leads.Scoring;

public sealed class ScoreFitTests
{
    [Fact]
    public void Fewer_than_two_hundred_closed_leads_teach_nothing()
    {
        Assert.Null(ScoreFit.Learn(History(ScoreFit.Fewest - 1)));
        Assert.NotNull(ScoreFit.Learn(History(ScoreFit.Fewest)));
    }

    [Fact]
    public void Leads_that_all_ended_alike_teach_nothing() =>
        Assert.Null(ScoreFit.Learn([.. History(400).Select(lead => lead with { BecameLoan = false })]));

    [Fact]
    public void The_same_history_gives_the_same_weights()
    {
        var (one, other) = (ScoreFit.Learn(History(600))!, ScoreFit.Learn(History(600))!);
        Assert.Equal((one.Intercept, string.Join(' ', one.Weights)), (other.Intercept, string.Join(' ', other.Weights)));
    }

    [Fact]
    public void What_is_learned_from_a_lender_says_what_came_there()
    {
        // A lender of whom we know the truth: learned from 6,000 leads, asked about 4,000 others.
        var history = History(10_000);
        var weights = ScoreFit.Learn([.. history.Take(6_000)])!;
        var judged = Reliability.Of([.. history.Skip(6_000).Select(lead => ((int)Math.Round(100 * ScoreWeights.Chance(weights.LogOdds(lead.Inputs))), lead.BecameLoan))]);

        Assert.All(judged.Bins.Where(bin => bin.Count >= 100), bin => Assert.InRange(bin.Came!.Value - bin.Said!.Value, -8, 8));
        Assert.True(judged.Brier < judged.BrierOfAverage * 0.95, $"{judged.Brier} is hardly better than {judged.BrierOfAverage}");
        var sent = ScoreFeatures.All.ToList().FindIndex(feature => feature.Name == "source.referral");
        Assert.InRange(weights.Weights[sent], Truth[sent] - 0.5, Truth[sent] + 0.5);
    }

    [Fact]
    public void Inputs_that_all_leads_share_do_not_throw_the_weights_off()
    {
        // Every former lead came without a number, one of two became a loan: far from where the prior starts.
        var facts = new ScoreFacts { Source = LeadSources.Event, SilentDays = 30 };
        var weights = ScoreFit.Learn([.. Enumerable.Range(0, 400).Select(i => new ClosedLead(ScoreFeatures.Of(facts), i % 2 == 0))])!;
        Assert.Equal(0.5, ScoreWeights.Chance(weights.LogOdds(ScoreFeatures.Of(facts))), 2);
        Assert.All(weights.Weights, weight => Assert.InRange(weight, -3, 3));
    }

    [Fact]
    public void A_score_of_the_average_has_the_brier_of_the_average()
    {
        List<(int, bool)> closed = [.. Enumerable.Range(0, 100).Select(i => (25, i < 25))];
        var judged = Reliability.Of(closed);
        Assert.Equal(0.1875, judged.Brier!.Value, 6);
        Assert.Equal(judged.BrierOfAverage!.Value, judged.Brier.Value, 6);
        Assert.Equal((20, 100, 25.0), (judged.Bins[2].From, judged.Bins[2].Count, judged.Bins[2].Came!.Value));
    }

    private static readonly double[] Truth = [.. ScoreFeatures.All.Select((feature, i) => feature.Name == "source.referral" ? 1.8 : feature.Name == "replied" ? 1.5 : i % 3 == 0 ? 0.4 : -0.3)];

    private static List<ClosedLead> History(int count)
    {
        var dice = new Random(7);
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                var inputs = ScoreFeatures.Of(LeadRatingTests.Any(dice));
                var chance = ScoreWeights.Chance(-1.2 + inputs.Zip(Truth, (input, weight) => input * weight).Sum());
                return new ClosedLead(inputs, dice.NextDouble() < chance);
            }),
        ];
    }
}
