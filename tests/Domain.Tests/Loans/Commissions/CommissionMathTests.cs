using CrmStudio.Domain.Loans.Commissions;

namespace CrmStudio.Domain.Tests.Loans.Commissions;

public sealed class CommissionMathTests
{
    private static readonly Guid officer = Guid.CreateVersion7(), processor = Guid.CreateVersion7(), referrer = Guid.CreateVersion7();
    private static readonly CommissionCase loan = new(409_600m, new DateOnly(2026, 3, 2), "Web", 1, 409_600m, 0, officer, null, null);
    private static readonly CommissionTerms plan = new() { BasisPoints = 100, Shares = [new(CommissionPayee.Officer, null, 60), new(CommissionPayee.Company, null, 40)] };

    [Fact]
    public void Basis_points_of_the_amount_are_split_to_the_cent()
    {
        var result = CommissionMath.Compute(plan with { BasisPoints = 110 }, loan with { Amount = 333_333.33m });

        Assert.Equal(3_666.67m, result.Gross);   // 3,666.66663
        Assert.Equal([2_200.00m, 1_466.67m], result.Parts.Select(part => part.Amount));
        Assert.Equal("110 basis points of $333,333.33", Assert.Single(result.Steps).How);
    }

    [Fact]
    public void Every_step_is_said_in_its_order()
    {
        var terms = plan with { Flat = 250, Most = 4_000, YearlyCap = 60_000 };
        var result = CommissionMath.Compute(terms, loan with { PaidThisYear = 57_500 });

        Assert.Equal([("Rate", 4_096m), ("Flat part", 4_346m), ("Most", 4_000m), ("Cap of the year", 2_500m)], result.Steps.Select(step => (step.Label, step.Result)));
        Assert.Equal(2_500m, result.Gross);
        Assert.Contains("$57,500.00 paid since January 1", result.Steps[^1].How, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cap_that_is_used_up_pays_nothing_and_never_less() =>
        Assert.Equal(0m, CommissionMath.Compute(plan with { YearlyCap = 60_000 }, loan with { PaidThisYear = 61_000 }).Gross);

    [Theory]
    [InlineData(3, 100)]
    [InlineData(4, 110)]
    [InlineData(9, 120)]
    public void The_officers_volume_decides_the_tier(int loans, double points)
    {
        var result = CommissionMath.Compute(plan with { Tiers = [new(4, 110), new(8, 120)] }, loan with { LoansInPeriod = loans });

        Assert.Equal(409_600m * (decimal)points / 10_000m, result.Gross);
    }

    [Fact]
    public void The_source_of_the_lead_may_have_a_rate_of_its_own()
    {
        var terms = plan with { Variations = [new("source", " referral", 80)], Tiers = [new(1, 150)] };

        Assert.Equal(3_276.80m, CommissionMath.Compute(terms, loan with { Source = "Referral" }).Gross);
        Assert.Equal(6_144.00m, CommissionMath.Compute(terms, loan).Gross);
    }

    [Fact]
    public void A_referral_comes_off_before_the_split_and_only_when_somebody_referred()
    {
        var terms = plan with { ReferralPercent = 25 };

        Assert.Equal([(CommissionPayee.Referrer, 1_024.00m), (CommissionPayee.Officer, 1_843.20m), (CommissionPayee.Company, 1_228.80m)],
            CommissionMath.Compute(terms, loan with { ReferrerId = referrer }).Parts.Select(part => (part.Payee, part.Amount)));
        Assert.Equal(2, CommissionMath.Compute(terms, loan).Parts.Count);
    }

    [Fact]
    public void A_share_nobody_is_there_for_falls_to_the_company()
    {
        var terms = plan with { Shares = [new(CommissionPayee.Officer, null, 60), new(CommissionPayee.Processor, null, 5), new(CommissionPayee.Company, null, 35)] };

        Assert.Equal([(CommissionPayee.Officer, 60m), (CommissionPayee.Company, 40m)], CommissionMath.Compute(terms, loan).Parts.Select(part => (part.Payee, part.Percent)));
        Assert.Equal(processor, CommissionMath.Compute(terms, loan with { ProcessorId = processor }).Parts[1].MemberId);
    }

    [Fact]
    public void However_it_is_split_the_parts_are_the_whole()
    {
        var dice = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var first = dice.Next(1, 9_900) / 100m;
            var second = dice.Next(1, (int)((100m - first) * 100)) / 100m;
            var terms = plan with { BasisPoints = dice.Next(1, 30_000) / 100m, ReferralPercent = dice.Next(0, 5_000) / 100m, Shares = [new(CommissionPayee.Officer, null, first), new(CommissionPayee.Processor, null, second), new(CommissionPayee.Company, null, 100 - first - second)] };
            Assert.True(terms.Check().IsDone);

            var result = CommissionMath.Compute(terms, loan with { Amount = dice.Next(1, 100_000_000) / 100m, ProcessorId = processor, ReferrerId = i % 2 == 0 ? referrer : null });
            Assert.Equal(result.Gross, result.Parts.Sum(part => part.Amount));
            Assert.All(result.Parts, part => Assert.Equal(part.Amount, Math.Round(part.Amount, 2)));
        }
    }

    [Theory]
    [InlineData(CommissionPeriod.Month, "2026-08-01")]
    [InlineData(CommissionPeriod.Quarter, "2026-07-01")]
    [InlineData(CommissionPeriod.Year, "2026-01-01")]
    public void A_period_begins_on_its_first_day(CommissionPeriod period, string start) =>
        Assert.Equal(DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture), CommissionMath.PeriodStart(period, new DateOnly(2026, 8, 31)));
}
