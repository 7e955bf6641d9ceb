using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Qualifying;
using Level = CrmStudio.Domain.Loans.Qualifying.AnnualPercentageRate.Level;

namespace CrmStudio.Domain.Tests.Loans.Qualifying;

/// <summary>Golden values: Regulation Z's own examples and the selling guide's, not our output.</summary>
public sealed class FigureVectorTests
{
    [Theory]
    [InlineData(5000, 1, 0.0, 12, 9.69)]
    [InlineData(6000, 1, 19 / 30.0, 12, 11.82)]
    [InlineData(5000, 0, 6 / 15.0, 24, 10.34)]
    public void Appendix_J_level_payments(int financed, int before, double odd, int perYear, double apr)
    {
        Level[] payments = financed == 6000 ? [new(200, 36)] : perYear == 24 ? [new(219.17m, 24)] : [new(230, 24)];

        Assert.Equal((decimal)apr, Rounded(AnnualPercentageRate.Of(financed, payments, before, odd, perYear)));
    }

    [Fact]
    public void Appendix_J_irregular_first_payment() => Assert.Equal(10.08m, Rounded(AnnualPercentageRate.Of(5000, [new(250, 1), new(230, 23)], 1, 0, 12)));

    [Fact]
    public void Appendix_J_irregular_last_payment() => Assert.Equal(10.50m, Rounded(AnnualPercentageRate.Of(5000, [new(230, 23), new(280, 1)], 1, 0, 12)));

    [Fact]
    public void Appendix_J_single_payment() => Assert.Equal(11.45m, Rounded(AnnualPercentageRate.Of(1000, [new(1080, 1)], 1, 0, 365 / 255.0)));

    [Fact]
    public void A_mortgage_with_prepaid_charges()
    {
        var payment = Payment.PrincipalAndInterest(300_000, 6.5m, 360);

        Assert.Equal(6.6953m, Math.Round(AnnualPercentageRate.Of(294_000, [new(payment, 360)], 1, 0, 12)!.Value, 4));
    }

    [Fact]
    public void Payments_that_never_return_the_money_have_no_rate() => Assert.Null(AnnualPercentageRate.Of(5000, [new(100, 24)], 1, 0, 12));

    [Theory]
    [InlineData(94.01, 100, 95)]
    [InlineData(80.001, 100, 80)]
    [InlineData(94.009996, 100, 94)]
    [InlineData(361_000, 450_000, 81)]
    [InlineData(80, 100, 80)]
    public void Delivery_cuts_to_two_decimals_then_rounds_up(double lent, double value, int delivered) => Assert.Equal(delivered, new LoanToValue((decimal)lent, (decimal)value).Delivery);

    [Fact]
    public void A_loan_to_value_shows_two_decimals() => Assert.Equal(80.22m, new LoanToValue(361_000, 450_000).Display);

    [Theory]
    [InlineData(300_000, 6.5, 360, 1896.20)]
    [InlineData(360_000, 6.875, 360, 2364.94)]
    [InlineData(400_000, 0, 360, 1111.11)]
    public void Level_payment(int amount, double rate, int months, double payment) => Assert.Equal((decimal)payment, Payment.PrincipalAndInterest(amount, (decimal)rate, months));

    [Fact]
    public void Balance_after_two_years() => Assert.Equal(353_105.16m, new Amortization(360_000, 7.5m, 360).BalanceAfter(24));

    [Fact]
    public void A_balance_ends_at_nothing() => Assert.Equal(0, new Amortization(360_000, 7.5m, 360).BalanceAfter(360));

    [Theory]
    [InlineData(80, 124)]
    [InlineData(78, 135)]
    public void Insurance_ends_on_the_scheduled_balance_against_the_original_value(int percent, int payment) =>
        Assert.Equal(payment, new Amortization(380_000, 6.5m, 360).PaymentsUntil(percent, 400_000));

    private static decimal Rounded(decimal? rate) => Math.Round(rate!.Value, 2, MidpointRounding.AwayFromZero);
}
