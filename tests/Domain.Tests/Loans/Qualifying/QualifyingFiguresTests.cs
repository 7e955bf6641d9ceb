using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Domain.Tests.Loans.Qualifying;

public sealed class QualifyingFiguresTests
{
    private static readonly QualifyingRules rules = new(new RuleBook(RulePack.Shipped), new DateOnly(2026, 11, 20));

    private static readonly LoanTerms terms = new(300_000, 400_000, 410_000, null, LoanPurpose.Purchase, Occupancy.PrimaryResidence, MortgageType.Conventional, "Conv 30", 360, 6.5m);

    private static readonly Worksheet sheet = new(
        terms, new HousingCosts(Taxes: 400, Hazard: 100), new ClosingFacts(CashToClose: 112_000),
        [new(Guid.NewGuid(), null, IncomeKind.Base, "Tidewater Boats", 9_000)],
        [new(Guid.NewGuid(), null, LiabilityKind.Installment, "Car", 8_000, 350, 30)],
        [new(Guid.NewGuid(), null, AssetKind.Savings, "Harbor Bank", 130_000, true)]);

    [Fact]
    public void Without_an_amount_nothing_is_made_up()
    {
        var figures = Figures(sheet with { Terms = terms with { Amount = null } });

        Assert.All(figures.All.Where(figure => figure.Key is not ("income" or "dscr")), figure => Assert.Null(figure.Value));
        Assert.Equal("the amount", figures["ltv"].Missing);
    }

    [Fact]
    public void Without_an_income_there_is_no_ratio() => Assert.Equal("an income", Figures(sheet with { Incomes = [] })["back-dti"].Missing);

    [Fact]
    public void A_purchase_is_measured_against_the_lower_of_price_and_value() => Assert.Equal(75m, Figures(sheet)["ltv"].Value);

    [Fact]
    public void Financed_insurance_is_part_of_the_ratio() => Assert.Equal(76.3125m, Figures(sheet with { Costs = sheet.Costs with { FinancedInsurance = 5_250 } })["ltv"].Value);

    [Fact]
    public void A_credit_line_counts_with_its_draw_in_one_ratio_and_its_limit_in_the_other()
    {
        var figures = Figures(sheet with { Terms = terms with { SecondaryFinancing = 10_000 }, Costs = sheet.Costs with { CreditLineLimit = 40_000 } });

        Assert.Equal((77.5m, 85m), (figures["cltv"].Value, figures["hcltv"].Value));
    }

    [Fact]
    public void The_housing_ratio_is_pitia_over_income()
    {
        var figures = Figures(sheet);

        Assert.Equal(2_396.20m, figures["pitia"].Value);
        Assert.Equal(26.62m, Math.Round(figures["front-dti"].Value!.Value, 2));
        Assert.Equal(30.51m, Math.Round(figures["back-dti"].Value!.Value, 2));
    }

    [Fact]
    public void Every_figure_ends_with_itself_in_its_own_steps() => Assert.All(
        Figures(sheet with { Housing = sheet.Housing with { Rent = 2_000 } }).All.Where(figure => figure.Key is not ("ltv" or "cltv" or "hcltv")),
        figure => Assert.Equal(Math.Round(figure.Value!.Value, 1), Math.Round(figure.Steps[^1].Amount!.Value, 1)));

    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 350)]
    public void Ten_payments_left_are_left_out_and_eleven_are_not(int left, int counted) => Assert.Equal(counted, Debt(LiabilityKind.Installment, 350, left).Counts);

    [Fact]
    public void A_lease_counts_to_its_last_payment() => Assert.Equal(290m, Debt(LiabilityKind.Lease, 290, 1).Counts);

    [Fact]
    public void A_few_heavy_payments_count() => Assert.Equal(1_400m, Debt(LiabilityKind.Installment, 1_400, 4, LiabilityTreatment.Significant).Counts);

    [Fact]
    public void A_card_without_a_payment_counts_with_five_percent() => Assert.Equal(400m, Debt(LiabilityKind.Revolving, null, null).Counts);

    [Fact]
    public void A_deferred_student_loan_counts_with_one_percent() => Assert.Equal(80m, Debt(LiabilityKind.StudentLoan, 0, null).Counts);

    [Fact]
    public void What_closing_pays_off_is_left_out() => Assert.Equal(0m, Debt(LiabilityKind.Revolving, 300, null, LiabilityTreatment.PaidAtClosing).Counts);

    [Fact]
    public void Alimony_may_be_taken_from_income_instead()
    {
        var alimony = new LiabilityLine(Guid.NewGuid(), null, LiabilityKind.Alimony, null, null, 900, 60, LiabilityTreatment.ReducesIncome);
        var figures = Figures(sheet with { Liabilities = [alimony] });

        Assert.Equal(8_100m, figures["income"].Value);
        Assert.Equal(figures["front-dti"].Value, figures["back-dti"].Value);
    }

    [Fact]
    public void A_rented_property_adds_its_loss_and_the_own_home_is_the_housing_expense()
    {
        var rented = sheet with { Terms = terms with { Occupancy = Occupancy.Investment }, Housing = sheet.Housing with { Rent = 2_000, PresentHousing = 1_500 }, Liabilities = [] };

        // 2,000 × 75 % − 2,396.20 = −896.20
        Assert.Equal(Math.Round((1_500m + 896.20m) / 9_000m * 100m, 4), Math.Round(Figures(rented)["back-dti"].Value!.Value, 4));
        Assert.Equal(Math.Round(2_000m / 2_396.20m, 4), Math.Round(Figures(rented)["dscr"].Value!.Value, 4));
    }

    [Fact]
    public void Reserves_are_what_is_left_after_closing_in_payments() => Assert.Equal(Math.Round(18_000m / 2_396.20m, 6), Math.Round(Figures(sheet)["reserves"].Value!.Value, 6));

    [Fact]
    public void A_gift_of_equity_is_no_reserve() =>
        Assert.True(Figures(sheet with { Assets = [new(Guid.NewGuid(), null, AssetKind.GiftOfEquity, null, 500_000)] })["reserves"].Note!.IsOver);

    [Fact]
    public void A_ratio_over_the_agencys_number_says_whose_it_is()
    {
        var note = Figures(sheet with { Terms = terms with { MortgageType = MortgageType.Fha }, Incomes = [sheet.Incomes[0] with { Monthly = 5_000 }] })["back-dti"].Note;

        Assert.True(note!.IsOver);
        Assert.StartsWith("Over 43 %", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_apr_is_an_estimate_until_all_fees_are_entered()
    {
        var figures = Figures(sheet with { Costs = sheet.Costs with { PrepaidFinanceCharges = 6_000 } });

        Assert.Equal(6.6953m, Math.Round(figures["apr"].Value!.Value, 4));
        Assert.NotNull(figures["apr"].Note);
        Assert.Null(Figures(sheet with { Costs = sheet.Costs with { AllFeesEntered = true } })["apr"].Note);
    }

    [Fact]
    public void Conventional_insurance_names_its_three_ends_with_their_days()
    {
        var insured = sheet with
        {
            Terms = terms with { Amount = 380_000, PurchasePrice = 400_000, AppraisedValue = 400_000 },
            Housing = sheet.Housing with { MortgageInsurance = 150 }, Costs = sheet.Costs with { FirstPaymentOn = new DateOnly(2027, 1, 1) },
        };
        var ends = Figures(insured).InsuranceEnds;

        Assert.Equal([124, 135, 180], ends.Select(end => end.AfterPayment));
        Assert.Equal(new DateOnly(2037, 4, 1), ends[0].On);
    }

    [Theory]
    [InlineData(380_000, 360)]
    [InlineData(350_000, 132)]
    public void An_fha_premium_lasts_the_term_above_ninety_percent_and_eleven_years_below(int amount, int payments) =>
        Assert.Equal(payments, Assert.Single(Figures(sheet with { Terms = terms with { Amount = amount, MortgageType = MortgageType.Fha } }).InsuranceEnds).AfterPayment);

    private static QualifyingFigures Figures(Worksheet of) => QualifyingFigures.Of(of, rules, null);

    private static CountedDebt Debt(LiabilityKind kind, int? monthly, int? left, LiabilityTreatment treatment = LiabilityTreatment.Counts) =>
        CountedDebt.Of(new(Guid.NewGuid(), null, kind, null, 8_000, monthly, left, treatment), rules);
}
