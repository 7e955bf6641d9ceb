using CrmStudio.Domain.Loans.Commissions;

namespace CrmStudio.Domain.Tests.Loans.Commissions;

public sealed class CommissionTermsTests
{
    private static readonly CommissionTerms sound = new() { BasisPoints = 100, Shares = [new(CommissionPayee.Officer, null, 60), new(CommissionPayee.Company, null, 40)] };

    public static TheoryData<string> Barred => [.. CommissionFactor.All.Where(factor => factor.Bar is not null).Select(factor => factor.Name)];

    [Theory]
    [MemberData(nameof(Barred))]
    public void A_plan_that_pays_by_the_terms_of_loans_is_refused_by_name(string factor)
    {
        var refusal = (sound with { Variations = [new(factor, "x", 120)] }).Check().Refusal;

        Assert.Equal("loans.commission-keys-on-terms", refusal?.Code);
        Assert.Contains("12 CFR 1026.36(d)(1)", refusal?.Message, StringComparison.Ordinal);
        if (factor != "amount") Assert.Contains(CommissionFactor.Of(factor)!.Label, refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rate_product_and_ltv_are_terms_and_a_credit_score_stands_in_for_one()
    {
        Assert.All(["rate", "apr", "product", "ltv", "term", "points"], name => Assert.Equal(CommissionBar.Term, CommissionFactor.Of(name)?.Bar));
        Assert.All(["credit-score", "dti", "occupancy"], name => Assert.Equal(CommissionBar.Proxy, CommissionFactor.Of(name)?.Bar));
        Assert.Null(CommissionFactor.Source.Bar);
    }

    [Fact]
    public void What_nobody_knows_is_no_way_around_the_guard() =>
        Assert.Equal("loans.commission-unknown-factor", (sound with { Variations = [new("Rate ", "x", 120)] }).Check().Refusal?.Code);

    [Theory]
    [InlineData(60, 39.99)]
    [InlineData(60, 41)]
    [InlineData(99, 0.99)]
    public void Shares_that_are_not_the_whole_commission_are_refused(double officer, double company) =>
        Assert.Equal("loans.commission-shares", (sound with { Shares = [new(CommissionPayee.Officer, null, (decimal)officer), new(CommissionPayee.Company, null, (decimal)company)] }).Check().Refusal?.Code);

    [Fact]
    public void A_sound_plan_is_taken()
    {
        Assert.True(sound.Check().IsDone);
        Assert.True((sound with { Variations = [new("source", "Referral", 90)], Tiers = [new(4, 110), new(8, 120)], Flat = 100, Least = 500, Most = 9_000, YearlyCap = 90_000, ReferralPercent = 10 }).Check().IsDone);
    }

    [Fact]
    public void Tiers_rise_and_nobody_has_two_shares()
    {
        Assert.Equal(nameof(CommissionTerms.Tiers), (sound with { Tiers = [new(8, 110), new(4, 120)] }).Check().Refusal?.Field);
        Assert.Equal(nameof(CommissionTerms.Shares), (sound with { Shares = [new(CommissionPayee.Officer, null, 50), new(CommissionPayee.Officer, null, 50)] }).Check().Refusal?.Field);
        Assert.Equal(nameof(CommissionTerms.Shares), (sound with { Shares = [new(CommissionPayee.Member, null, 100)] }).Check().Refusal?.Field);
        Assert.Equal(nameof(CommissionTerms.BasisPoints), (sound with { BasisPoints = 301 }).Check().Refusal?.Field);
    }
}
