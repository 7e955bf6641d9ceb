using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Domain.Loans.Watch;
using static CrmStudio.Domain.Tests.Loans.Watch.Cases;

namespace CrmStudio.Domain.Tests.Loans.Watch;

/// <summary>What holds for every loan and every sheet, on 2,000 of them thrown with a fixed seed.</summary>
public sealed class RefinancePropertyTests
{
    private static readonly IReadOnlyList<WatchCase> thrown = Throw(2_000);

    [Fact]
    public void A_balance_never_rises_and_ends_at_nothing()
    {
        foreach (var known in thrown.Take(200))
        {
            var schedule = new Amortization(known.Amount!.Value, known.Rate!.Value, known.Months!.Value);
            var balances = Enumerable.Range(0, schedule.Months + 1).Select(schedule.BalanceAfter).ToList();
            Assert.Equal(schedule.Amount, balances[0]);
            Assert.All(balances.Zip(balances.Skip(1)), pair => Assert.True(pair.Second <= pair.First));
            Assert.Equal(0, balances[^1]);
        }
    }

    [Fact]
    public void The_same_rate_never_gains_whatever_it_costs() => Assert.All(thrown, known =>
        Assert.NotEqual(WatchVerdict.Gains, RefinanceComparison.Of(known with { Terms = Free, Type = MortgageType.Conventional, Premium = 0, EnteredValue = known.Amount * 2, Offers = [Rate(known.Rate!.Value, months: 480)] }).Verdict));

    [Fact]
    public void A_higher_rate_never_gains() => Assert.All(thrown, known =>
        Assert.NotEqual(WatchVerdict.Gains, RefinanceComparison.Of(known with { Terms = Free, Type = MortgageType.Conventional, Premium = 0, Offers = [Rate(known.Rate!.Value + 0.125m, months: 480)] }).Verdict));

    [Fact]
    public void Higher_costs_never_raise_a_gain_nor_bring_it_sooner() => Assert.All(thrown, known =>
    {
        var (less, more) = (RefinanceComparison.Of(known), RefinanceComparison.Of(known with { Terms = known.Terms with { CostFlat = known.Terms.CostFlat + 1_000 } }));
        if (less.Gain is null || less.Reason.Split(" at ")[0] != more.Reason.Split(" at ")[0]) return;   // another product is the better one then
        Assert.True(more.Gain <= less.Gain);
        Assert.True((more.BreakEvenMonths ?? int.MaxValue) >= (less.BreakEvenMonths ?? int.MaxValue));
    });

    [Fact]
    public void Who_gains_pays_less_by_the_payoff_date_than_it_costs_and_soon_enough() => Assert.All(thrown.Select(known => (known, compared: RefinanceComparison.Of(known))).Where(pair => pair.compared.Verdict == WatchVerdict.Gains), pair =>
    {
        decimal Value(string key) => pair.compared.Figures.Single(figure => figure.Key == key).Value!.Value;
        Assert.Equal(Value("interest") + Value("insurance-delta") - Value("costs"), pair.compared.Gain);
        Assert.True(pair.compared.Gain >= pair.known.Terms.LeastGain);
        Assert.InRange(pair.compared.BreakEvenMonths!.Value, 1, pair.known.Terms.MostBreakEvenMonths);
    });

    [Fact]
    public void Whoever_does_not_gain_is_told_why_in_a_sentence() => Assert.All(thrown, known =>
    {
        var compared = RefinanceComparison.Of(known);
        Assert.EndsWith(".", compared.Reason, StringComparison.Ordinal);
        Assert.InRange(compared.Reason.Length, 10, WatchResult.ReasonMaxLength);
    });

    [Fact]
    public void Many_kinds_of_answers_come_up() => Assert.InRange(thrown.Select(known => RefinanceComparison.Of(known).Verdict).Distinct().Count(), 7, 12);

    private static WatchTerms Free { get; } = new() { CostFlat = 0, CostPercent = 0, LeastGain = 0, MostBreakEvenMonths = 120 };

    private static List<WatchCase> Throw(int count)
    {
        var dice = new Random(42);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var amount = dice.Next(800, 9_000) * 100m;
            var type = (MortgageType)dice.Next(0, 4);
            var funded = Today.AddDays(-dice.Next(30, 4_000));
            return new WatchCase
            {
                On = Today, Amount = amount, Rate = dice.Next(20, 72) / 8m, Months = dice.Next(0, 3) == 0 ? 180 : 360, Type = type, Occupancy = (Occupancy)dice.Next(0, 3), FundedOn = funded,
                FirstPaymentOn = new DateOnly(funded.Year, funded.Month, 1).AddMonths(2), OriginalValue = Math.Round(amount / (dice.Next(55, 98) / 100m)), EnteredValue = dice.Next(0, 3) == 0 ? Math.Round(amount * dice.Next(95, 190) / 100m) : null,
                EnteredValueOn = Today, EnteredValueSource = "Entered", Premium = dice.Next(0, 4) == 0 ? null : type == MortgageType.Va ? 0 : Math.Round(amount * 0.0055m / 12, 2), Numbers = Numbers,
                Offers = [Rate(dice.Next(40, 60) / 8m, type), Rate(dice.Next(40, 60) / 8m), Rate(dice.Next(36, 56) / 8m, type, 180)],
            };
        })];
    }
}
