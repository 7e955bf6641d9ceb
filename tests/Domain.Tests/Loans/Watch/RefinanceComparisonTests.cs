using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Domain.Loans.Watch;
using static CrmStudio.Domain.Tests.Loans.Watch.Cases;

namespace CrmStudio.Domain.Tests.Loans.Watch;

public sealed class RefinanceComparisonTests
{
    [Theory]
    [InlineData(726_200, 96, false, 0.55)]
    [InlineData(726_200, 95, false, 0.5)]
    [InlineData(726_200, 91, true, 0.4)]
    [InlineData(726_200, 90, true, 0.15)]
    [InlineData(726_201, 96, false, 0.75)]
    [InlineData(726_201, 95, false, 0.7)]
    [InlineData(726_201, 91, true, 0.65)]
    [InlineData(726_201, 90, true, 0.4)]
    [InlineData(726_201, 78, true, 0.15)]
    public void An_FHA_premium_follows_the_loan_its_share_of_the_value_and_its_term(decimal baseLoan, decimal ltv, bool isShort, decimal percent) =>
        Assert.Equal(percent, Cases.Numbers.FhaAnnual(baseLoan, ltv, isShort));

    [Fact]
    public void The_worked_example_of_the_design_comes_out_to_the_cent()
    {
        var compared = RefinanceComparison.Of(Worked);

        Assert.Equal(24, Worked.PaymentsMade);
        Assert.Equal(353_105.16m, compared.Balance);
        var over = compared.Figures.Single(figure => figure.Key == "starting-over");
        Assert.Equal(2_174.13m, Step(over, "Least payment of the new loan"));
        Assert.Equal(343.04m, Step(over, "Paid less a month that way"));
        Assert.Equal("costs back after 18 months", over.Steps.Single(step => step.Label == "Paid less a month that way").Because);
    }

    [Fact]
    public void Both_loans_are_paid_to_the_same_day_so_a_longer_term_is_no_saving()
    {
        var compared = RefinanceComparison.Of(Worked);
        var (payment, now) = (new Amortization(353_105.16m, 6.25m, 336).PrincipalAndInterest, new Amortization(360_000, 7.5m, 360).PrincipalAndInterest);

        Assert.Equal(WatchVerdict.Gains, compared.Verdict);
        Assert.Equal((now - payment) * 336 - 6_000, compared.Gain);
        Assert.Equal(now - payment, compared.MonthlySaving);
        Assert.Equal((int)Math.Ceiling(6_000 / (now - payment)), compared.BreakEvenMonths);
        Assert.True(compared.MonthlySaving < 343.04m);
    }

    [Fact]
    public void Costs_that_are_never_back_or_late_are_said()
    {
        Assert.Equal(WatchVerdict.CostsNotRecovered, RefinanceComparison.Of(Worked with { Terms = Worked.Terms with { CostFlat = 99_000, CostPercent = 10 } }).Verdict);
        Assert.Equal(WatchVerdict.BreakEvenTooLate, RefinanceComparison.Of(Worked with { Terms = Worked.Terms with { CostFlat = 20_000 } }).Verdict);
        Assert.Equal(WatchVerdict.CostsNotRecovered, RefinanceComparison.Of(Worked with { Terms = Worked.Terms with { LeastGain = 500_000 } }).Verdict);
    }

    [Fact]
    public void What_is_not_entered_is_not_guessed()
    {
        Assert.Equal(WatchVerdict.LacksFacts, RefinanceComparison.Of(Worked with { Rate = null }).Verdict);
        Assert.Equal(WatchVerdict.LacksFacts, RefinanceComparison.Of(Worked with { Type = null }).Verdict);
        Assert.Equal(WatchVerdict.LacksFacts, RefinanceComparison.Of(Worked with { OriginalValue = null }).Verdict);
        Assert.Equal("The mortgage insurance premium is not entered.", RefinanceComparison.Of(Worked with { OriginalValue = 400_000 }).Reason);
        Assert.Equal(WatchVerdict.NoRate, RefinanceComparison.Of(Worked with { Offers = [] }).Verdict);
        Assert.Equal(WatchVerdict.RatesTooOld, RefinanceComparison.Of(Worked with { Offers = [Rate(5, daysOld: 15)] }).Verdict);
        Assert.Equal(WatchVerdict.NoSchedule, RefinanceComparison.Of(Worked with { Type = MortgageType.Other }).Verdict);
        Assert.Equal(WatchVerdict.NoSchedule, RefinanceComparison.Of(Worked with { Months = 12 }).Verdict);
        Assert.Equal(WatchVerdict.Stopped, RefinanceComparison.Of(Worked with { StoppedBecause = "Sold" }).Verdict);
    }

    [Fact]
    public void Insurance_that_may_be_ended_on_request_is_no_reason_to_refinance()
    {
        // 380,000 on 400,000 at 6.5 %: 80 % after payment 124 (loans.md)
        var insured = Worked with { Amount = 380_000, Rate = 6.5m, OriginalValue = 400_000, Premium = 190, FirstPaymentOn = new(2016, 7, 1), FundedOn = new(2016, 5, 10), Offers = [Rate(6.5m)] };
        Assert.Equal(125, insured.PaymentsMade);
        Assert.Equal(WatchVerdict.RateNotLower, RefinanceComparison.Of(insured).Verdict);
        Assert.Equal(0, Value(RefinanceComparison.Of(insured), "insurance"));

        var younger = insured with { FirstPaymentOn = new(2024, 7, 1), FundedOn = new(2024, 5, 10) };
        Assert.Equal(190, Value(RefinanceComparison.Of(younger), "insurance"));
        Assert.Equal(124 - younger.PaymentsMade, Step(RefinanceComparison.Of(younger).Figures.Single(figure => figure.Key == "insurance"), "Months still to pay"));
    }

    [Fact]
    public void A_conventional_loan_ends_an_fha_premium_and_that_counts()
    {
        var fha = Worked with { Type = MortgageType.Fha, Amount = 300_000, Rate = 6.25m, OriginalValue = 311_000, EnteredValue = 400_000, EnteredValueOn = Today, EnteredValueSource = "Broker’s opinion", Premium = 137, Offers = [Rate(6.25m), Rate(6.25m, MortgageType.Fha)], Terms = new WatchTerms { CostFlat = 3_000, CostPercent = 0 } };
        var compared = RefinanceComparison.Of(fha);

        Assert.Equal(WatchVerdict.Gains, compared.Verdict);
        Assert.StartsWith("Conventional, 30 years", compared.Reason, StringComparison.Ordinal);
        Assert.True(Value(compared, "insurance-delta") > 0);
        Assert.Equal(0, Value(compared, "interest") is var interest && Math.Abs(interest!.Value) < 4 ? 0 : interest);   // the same rate: a cent of rounding a month at most
    }

    [Fact]
    public void More_insurance_can_eat_a_lower_rate()
    {
        var low = Worked with { EnteredValue = 380_000, EnteredValueOn = Today, EnteredValueSource = "Appraisal", Rate = 6.5m, Offers = [Rate(6.375m)], Terms = new WatchTerms { CostFlat = 0, CostPercent = 0, InsurancePercent = 2 } };

        Assert.True(Value(RefinanceComparison.Of(low), "insurance-delta") < 0);
        Assert.Equal(WatchVerdict.CostsNotRecovered, RefinanceComparison.Of(low).Verdict);
        Assert.Equal(WatchVerdict.ValueTooLow, RefinanceComparison.Of(low with { EnteredValue = 350_000, Rate = 7.5m, Offers = [Rate(6)] }).Verdict);
    }

    [Fact]
    public void Programmes_ask_for_their_own_benefit_and_age()
    {
        var va = Worked with { Type = MortgageType.Va, Offers = [Rate(6.25m, MortgageType.Va)] };
        Assert.Equal(WatchVerdict.Gains, RefinanceComparison.Of(va).Verdict);
        Assert.Contains("38 USC 3709(b)", RefinanceComparison.Of(va with { Offers = [Rate(7.125m, MortgageType.Va)] }).Reason, StringComparison.Ordinal);
        Assert.Equal(WatchVerdict.TooYoung, RefinanceComparison.Of(va with { FirstPaymentOn = new(2026, 5, 1), FundedOn = new(2026, 3, 20) }).Verdict);
        Assert.Contains("38 USC 3709(a)", RefinanceComparison.Of(va with { Terms = va.Terms with { CostFlat = 15_000, MostBreakEvenMonths = 120 } }).Reason, StringComparison.Ordinal);

        var fha = Worked with { Type = MortgageType.Fha, Premium = 160, Offers = [Rate(7.125m, MortgageType.Fha)] };
        Assert.Equal(WatchVerdict.BenefitTooSmall, RefinanceComparison.Of(fha).Verdict);
    }

    [Fact]
    public void A_second_home_and_an_investment_are_compared_with_what_they_would_be_charged()
    {
        Assert.Equal(6.25m + 0.625m, RefinanceComparison.Of(Worked with { Occupancy = Occupancy.Investment }).NewRate);
        Assert.Equal(6.25m + 0.5m, RefinanceComparison.Of(Worked with { Occupancy = Occupancy.SecondHome }).NewRate);
    }

    [Theory]
    [InlineData("2026-11-30", 23)]
    [InlineData("2026-12-01", 24)]
    [InlineData("2024-12-31", 0)]
    [InlineData("2025-01-01", 1)]
    public void Payments_are_counted_by_their_due_days(string on, int made) =>
        Assert.Equal(made, (Worked with { FirstPaymentOn = new(2025, 1, 1), On = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture) }).PaymentsMade);

    [Fact]
    public void Every_figure_ends_with_its_value()
    {
        foreach (var figure in RefinanceComparison.Of(Worked).Figures.Where(figure => figure.Key is not ("insurance" or "starting-over" or "ltv")))
            Assert.Equal(figure.Value, figure.Steps[^1].Amount);
    }

    private static decimal? Value(RefinanceComparison compared, string key) => compared.Figures.Single(figure => figure.Key == key).Value;

    private static decimal? Step(Figure figure, string label) => figure.Steps.Single(step => step.Label == label).Amount;
}
