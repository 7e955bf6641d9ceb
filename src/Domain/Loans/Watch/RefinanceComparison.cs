using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>
/// Whether a borrower would truly gain from refinancing. Both loans are paid to the same payoff date, so that a longer term never looks like a saving;
/// costs and mortgage insurance count; what starting over would cost stands beside it. The best product of the sheet that passes is taken; where none
/// passes, the best of them says why not.
/// </summary>
/// <param name="Verdict">Whether.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Figures">Every number with its way.</param>
public sealed record RefinanceComparison(WatchVerdict Verdict, string Reason, IReadOnlyList<Figure> Figures)
{
    /// <summary>What is paid less to the same payoff date, in dollars; null where nothing could be compared.</summary>
    public decimal? Gain { get; private init; }

    /// <summary>What is paid less next month, in dollars.</summary>
    public decimal? MonthlySaving { get; private init; }

    /// <summary>After how many months the costs have come back.</summary>
    public int? BreakEvenMonths { get; private init; }

    /// <summary>Balance by the schedule, in dollars.</summary>
    public decimal? Balance { get; private init; }

    /// <summary>The rate compared with, in percent.</summary>
    public decimal? NewRate { get; private init; }

    /// <summary>Compares.</summary>
    public static RefinanceComparison Of(WatchCase known)
    {
        if (known.StoppedBecause is { } because) return new(WatchVerdict.Stopped, $"Not watched: {because}", []);
        if (known is not { Amount: { } amount, Rate: { } rate, Months: { } months }) return new(WatchVerdict.LacksFacts, "Amount, rate or term is not entered.", []);
        if (known.Type is null) return new(WatchVerdict.LacksFacts, "The type of the mortgage is not entered.", []);
        if (known.Type == MortgageType.Other) return new(WatchVerdict.NoSchedule, "A line of credit has no schedule to compare with.", []);
        if (known.PaymentsMade >= months) return new(WatchVerdict.NoSchedule, "Paid off by its schedule.", []);

        var now = new PresentLoan(known, amount, rate, months);
        if (now.LacksPremium) return Without(now, WatchVerdict.LacksFacts, "The mortgage insurance premium is not entered.");
        if (known.Value is not > 0) return Without(now, WatchVerdict.LacksFacts, "The value of the property is not entered.");
        if (known.Offers.Count == 0) return Without(now, WatchVerdict.NoRate, "The rate sheet has no rate for this kind of loan.");
        var fresh = known.Offers.Where(offer => offer.On >= known.On.AddDays(-known.Terms.RateMaxAgeDays)).ToList();
        if (fresh.Count == 0) return Without(now, WatchVerdict.RatesTooOld, $"The newest rate is of {known.Offers.Max(offer => offer.On):MMM d, yyyy}: too old to compare with.");

        // Of products of one kind the shortest that reaches the payoff date; then the best of the kinds.
        var options = fresh.GroupBy(offer => offer.Type).Select(kind => new RefinanceOption(now, kind.MinBy(offer => (offer.Months, offer.Rate))!)).ToList();
        var best = options.Where(option => option.Verdict == WatchVerdict.Gains).MaxBy(option => option.Gain) ?? options.MaxBy(option => option.Gain)!;
        return new(best.Verdict, best.Reason, [.. now.Figures(), .. best.Figures()])
        {
            Gain = best.Gain, MonthlySaving = best.MonthlySaving, BreakEvenMonths = best.BreakEvenMonths, Balance = now.Balance, NewRate = best.Rate,
        };
    }

    private static RefinanceComparison Without(PresentLoan now, WatchVerdict verdict, string reason) => new(verdict, reason, now.Figures()) { Balance = now.Balance };
}
