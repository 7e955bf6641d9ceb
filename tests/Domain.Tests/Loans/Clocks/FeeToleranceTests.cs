using CrmStudio.Domain.Loans.Clocks;

namespace CrmStudio.Domain.Tests.Loans.Clocks;

public sealed class FeeToleranceTests
{
    [Fact]
    public void No_fee_but_that_of_a_credit_report_comes_before_the_intent_to_proceed()
    {
        var terms = new FeeTerms(FeeSection.B, "Appraisal", null, ToleranceBucket.Zero, 650m, null, Files.Day("2026-05-28"), IsCreditReport: false);

        Assert.Equal(ClockRefusals.FeeBeforeIntent, new Fee(Guid.CreateVersion7()).Set(terms, intentOn: null).Refusal);
        Assert.Equal(ClockRefusals.FeeBeforeIntent, new Fee(Guid.CreateVersion7()).Set(terms, intentOn: Files.Day("2026-05-29")).Refusal);
        Assert.True(new Fee(Guid.CreateVersion7()).Set(terms, intentOn: Files.Day("2026-05-28")).IsDone);
        Assert.True(new Fee(Guid.CreateVersion7()).Set(terms with { Name = "Credit report", IsCreditReport = true }, intentOn: null).IsDone);
    }

    [Fact]
    public void A_zero_tolerance_fee_is_cured_by_what_it_grew_and_never_by_what_another_shrank()
    {
        var tests = Test(Fee(FeeSection.A, 1_000m, 1_200m), Fee(FeeSection.B, 650m, 500m));

        Assert.Equal(200m, tests[(int)ToleranceBucket.Zero].Excess);
        Assert.Equal(200m, FeeTolerance.Cure(tests));
    }

    [Fact]
    public void Ten_percent_fees_are_compared_as_a_sum()
    {
        var tests = Test(Fee(FeeSection.C, 500m, 600m), Fee(FeeSection.C, 1_000m, 1_000m), Fee(FeeSection.E, 135m, 200m));

        // 1,635 × 1.10 = 1,798.50 against 1,800
        Assert.Equal((1_798.50m, 1.50m), (tests[(int)ToleranceBucket.TenPercent].Limit, tests[(int)ToleranceBucket.TenPercent].Excess));
    }

    [Fact]
    public void An_estimate_of_what_was_not_done_is_no_room_for_the_others()
    {
        var tests = Test(Fee(FeeSection.C, 100m, 0m), Fee(FeeSection.C, 500m, 560m));

        Assert.Equal(10m, tests[(int)ToleranceBucket.TenPercent].Excess);
    }

    [Fact]
    public void A_charge_that_was_never_estimated_is_refunded_whole() => Assert.Equal(75m, FeeTolerance.Cure(Test(Fee(FeeSection.A, null, 75m))));

    [Fact]
    public void A_lender_credit_that_shrinks_is_cured() => Assert.Equal(300m, FeeTolerance.Cure(Test(Fee(FeeSection.J, -800m, -500m))));

    [Fact]
    public void Prepaids_and_what_is_not_known_yet_are_left_alone() => Assert.Equal(0m, FeeTolerance.Cure(Test(Fee(FeeSection.F, 900m, 2_000m), Fee(FeeSection.A, 1_000m, null))));

    [Fact]
    public void A_lender_credit_is_an_amount_below_zero() =>
        Assert.Equal("Estimated", new Fee(Guid.CreateVersion7()).Set(new FeeTerms(FeeSection.J, "Lender credit", null, ToleranceBucket.Zero, 500m, null, null, false), null).Refusal?.Field);

    private static IReadOnlyList<ToleranceTest> Test(params Fee[] fees) => FeeTolerance.Test(fees, 10m);

    private static Fee Fee(FeeSection section, decimal? estimated, decimal? charged)
    {
        var fee = new Fee(Guid.CreateVersion7());
        Assert.True(fee.Set(new FeeTerms(section, "Fee", null, CrmStudio.Domain.Loans.Clocks.Fee.UsualBucket(section), estimated, charged, null, false), null).IsDone);
        return fee;
    }
}
