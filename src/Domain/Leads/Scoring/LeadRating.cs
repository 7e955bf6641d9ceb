namespace CrmStudio.Domain.Leads.Scoring;

/// <summary>A score with its reasons.</summary>
/// <param name="Score">0 to 100: the chance in percent, rounded.</param>
/// <param name="Reasons">The average lead first, then what makes this one differ, the strongest first; their points sum to the score exactly.</param>
/// <param name="Raises">What would raise it, the most first, and what silence costs.</param>
public sealed record LeadRating(int Score, IReadOnlyList<ScoreReason> Reasons, IReadOnlyList<ScoreRaise> Raises)
{
    private const double Nothing = 1e-6;
    private const int MostRaises = 3;

    /// <summary>Scores a lead and says why. Points are Shapley values of the linear log-odds, scaled so that whole points sum to the score (engines.md, decisions 30).</summary>
    public static LeadRating Of(ScoreFacts facts, ScoreWeights weights)
    {
        var (inputs, average) = (ScoreFeatures.Of(facts), weights.AtAverage);
        var (logOdds, atBase) = (weights.LogOdds(inputs), 100 * ScoreWeights.Chance(average));
        var shares = ScoreFeatures.All.Select((feature, i) => (feature.Reason, Share: weights.Weights[i] * (inputs[i] - weights.Means[i])))
            .GroupBy(line => line.Reason).Select(line => (Reason: line.Key, Share: line.Sum(part => part.Share))).ToList();

        var (score, first) = (Rounded(100 * ScoreWeights.Chance(logOdds)), Rounded(atBase));
        var apart = logOdds - average;
        // Where the contributions cancel out there is nothing to divide by: the slope at the average says what each is worth.
        var worth = Math.Abs(apart) > Nothing ? (100 * ScoreWeights.Chance(logOdds) - atBase) / apart : atBase * (1 - atBase / 100);
        var points = Whole([.. shares.Select(share => share.Share * worth)], score - first);
        var lines = shares.Select((share, i) => new ScoreReason(share.Reason, ScoreWords.Of(share.Reason, facts), points[i]))
            .Where(line => line.Points != 0).OrderByDescending(line => Math.Abs(line.Points)).ThenBy(line => line.Reason, StringComparer.Ordinal);
        return new LeadRating(score, [new ScoreReason("", "An average lead", first), .. lines], Raise(facts, weights, score));
    }

    private static List<ScoreRaise> Raise(ScoreFacts facts, ScoreWeights weights, int score)
    {
        int Gain(ScoreFacts otherwise) => Rounded(100 * ScoreWeights.Chance(weights.LogOdds(ScoreFeatures.Of(otherwise)))) - score;
        List<(bool IsOpen, string Words, ScoreFacts Then)> steps =
        [
            (!facts.WasReached, "Speak with them today", facts with { WasReached = true, SilentDays = 0 }),
            (facts.WasReached && facts.SilentDays >= 1, "Talk to them again today", facts with { SilentDays = 0 }),
            (!facts.Replied && facts.WasReached, "Get an answer from them", facts with { Replied = true }),
            (facts.Timeline is null, "Ask when they want to move: within three months would count", facts with { Timeline = LeadTimeline.ThreeMonths }),
            (facts.Interest is not LeadInterest.PreApproval, "Have them ask for a pre-approval", facts with { Interest = LeadInterest.PreApproval }),
            (!facts.HasEmail || !facts.HasPhone, facts.HasEmail ? "Get a phone number" : facts.HasPhone ? "Get an e-mail address" : "Get a phone number and an e-mail address", facts with { HasEmail = true, HasPhone = true, HasWrongNumber = false }),
            (facts.HasWrongNumber, "Get the right phone number", facts with { HasWrongNumber = false }),
            (!facts.SaidAmount, "Ask how much they want to borrow", facts with { SaidAmount = true }),
        ];
        var raises = steps.Where(step => step.IsOpen).Select(step => new ScoreRaise(step.Words, Gain(step.Then))).Where(raise => raise.Points > 0)
            .OrderByDescending(raise => raise.Points).Take(MostRaises).ToList();
        var tomorrow = Gain(facts with { SilentDays = facts.SilentDays + 1 });
        if (tomorrow < 0) raises.Add(new ScoreRaise("Another day without a word", tomorrow));
        return raises;
    }

    /// <summary>Whole numbers that sum to a total, each next to its share: largest remainder.</summary>
    private static int[] Whole(double[] shares, int total)
    {
        var whole = shares.Select(share => (int)Math.Floor(share)).ToArray();
        var order = Enumerable.Range(0, shares.Length).OrderByDescending(i => shares[i] - whole[i]).ThenBy(i => i).ToArray();
        var left = total - whole.Sum();
        for (var i = 0; left != 0; i = (i + 1) % order.Length)
        {
            var at = left > 0 ? order[i] : order[^(i + 1)];
            whole[at] += Math.Sign(left);
            left -= Math.Sign(left);
        }
        return whole;
    }

    private static int Rounded(double percent) => (int)Math.Round(percent, MidpointRounding.AwayFromZero);
}
