namespace CrmStudio.Domain.Leads.Scoring;

/// <summary>Every input a score has. The list is fixed in code: an organization's own weights change, what is weighed does not.</summary>
public static class ScoreFeatures
{
    /// <summary>Attempts that count at most; more say nothing more.</summary>
    public const int MostAttempts = 6;

    /// <summary>Days after which a silence has lost 63 % of its freshness.</summary>
    public const double FreshDays = 14;

    /// <summary>Reasons, as lines of the explanation.</summary>
    public const string Source = "source", Timeline = "timeline", Interest = "interest", Amount = "amount", Reach = "reach", WrongNumber = "wrong-number", Reached = "reached",
        Replied = "replied", Attempts = "attempts", Again = "again", CoBorrower = "co-borrower", Fresh = "fresh";

    /// <summary>The inputs, in the order of the weights.</summary>
    public static IReadOnlyList<ScoreFeature> All { get; } = Admitted(
    [
        From(LeadSources.Referral), From(LeadSources.PastClient), From(LeadSources.Web), From(LeadSources.Portal), From(LeadSources.Event), From(LeadSources.WalkIn), From(LeadSources.Social), From(LeadSources.Purchased),
        Is("timeline.now", Timeline, facts => facts.Timeline == LeadTimeline.Now), Is("timeline.3-months", Timeline, facts => facts.Timeline == LeadTimeline.ThreeMonths),
        Is("timeline.6-months", Timeline, facts => facts.Timeline == LeadTimeline.SixMonths), Is("timeline.later", Timeline, facts => facts.Timeline == LeadTimeline.Later),
        Is("interest.pre-approval", Interest, facts => facts.Interest == LeadInterest.PreApproval), Is("interest.purchase", Interest, facts => facts.Interest is LeadInterest.Purchase or LeadInterest.Investment),
        Is("interest.refinance", Interest, facts => facts.Interest is LeadInterest.Refinance or LeadInterest.CashOut or LeadInterest.HomeEquity),
        Is("said.amount", Amount, facts => facts.SaidAmount),
        Is("reach.both", Reach, facts => facts is { HasEmail: true, HasPhone: true }), Is("reach.none", Reach, facts => facts is { HasEmail: false, HasPhone: false }),
        Is("wrong.number", WrongNumber, facts => facts.HasWrongNumber),
        Is("reached", Reached, facts => facts.WasReached),
        Is("replied", Replied, facts => facts.Replied),
        new("attempts.silent", Attempts, facts => facts.WasReached ? 0 : Math.Min(facts.Attempts, MostAttempts) / (double)MostAttempts),
        Is("asked.again", Again, facts => facts.Inquiries > 1),
        Is("co-borrower", CoBorrower, facts => facts.HasCoBorrower),
        new("fresh", Fresh, facts => Math.Exp(-facts.SilentDays / FreshDays)),
    ]);

    /// <summary>What a lead gives for every input.</summary>
    public static double[] Of(ScoreFacts facts) => [.. All.Select(feature => feature.Of(facts))];

    private static ScoreFeature From(string source) => new("source." + source.Replace(' ', '-').ToLowerInvariant(), Source, facts => facts.Source == source ? 1 : 0);

    private static ScoreFeature Is(string name, string reason, Func<ScoreFacts, bool> holds) => new(name, reason, facts => holds(facts) ? 1 : 0);

    // An input that must not be is a bug of whoever wrote it, found before the first lead is scored.
    private static List<ScoreFeature> Admitted(List<ScoreFeature> features) =>
        features.Find(feature => ScoreGuard.Refuse(feature.Name) is not null) is { } wrong ? throw new InvalidOperationException(ScoreGuard.Refuse(wrong.Name)!.Message) : features;
}
