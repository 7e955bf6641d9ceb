using CrmStudio.Domain.Loans.Letters;

namespace CrmStudio.Domain.Tests.Loans.Letters;

public sealed class LetterLimitsTests
{
    private static readonly DateOnly today = new(2026, 3, 4);

    [Theory]
    [InlineData(512_001, 400_000, 90, "loans.letter-price")]
    [InlineData(512_000, 409_601, 90, "loans.letter-amount")]
    [InlineData(480_000, 384_001, 90, "loans.letter-ltv")]
    [InlineData(480_000, 380_000, 91, "loans.letter-expiry")]
    [InlineData(480_000, 380_000, -1, "loans.letter-expiry-passed")]
    public void A_letter_beyond_a_limit_is_refused_by_that_limit(int price, int amount, int days, string code) =>
        Assert.Equal(code, Limits().Allow(new LetterTerms(price, amount, today.AddDays(days), false), today).Refusal?.Code);

    [Fact]
    public void A_letter_up_to_the_limits_is_allowed()
    {
        Assert.True(Limits().Allow(new LetterTerms(512_000, 409_600, today.AddDays(90), true), today).IsDone);
        Assert.True(Limits().Allow(new LetterTerms(1, 0.80m, today, true), today).Refusal is { Field: "Amount" });   // less than a dollar
    }

    [Fact]
    public void The_ratio_is_held_against_the_limit_unrounded()
    {
        // 80.0001 % would round to 80.
        var refusal = Limits().Allow(new LetterTerms(500_000, 400_000.50m, today, false), today).Refusal;
        Assert.Equal("loans.letter-ltv", refusal?.Code);
        Assert.Contains("80.01 %", refusal?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 400_000, 80, "Conv", 30, "MaxPrice")]
    [InlineData(500_000, 0, 80, "Conv", 30, "MaxAmount")]
    [InlineData(500_000, 400_000, 110.01, "Conv", 30, "MaxLtv")]
    [InlineData(500_000, 400_000, 80, " ", 30, "Programme")]
    [InlineData(500_000, 400_000, 80, "Conv", -1, "ValidUntil")]
    [InlineData(500_000, 400_000, 80, "Conv", 121, "ValidUntil")]
    public void Limits_that_make_no_sense_are_refused_at_their_field(double price, double amount, double ltv, string programme, int days, string field) =>
        Assert.Equal(field, new LetterLimits(Guid.CreateVersion7()).Set((decimal)price, (decimal)amount, (decimal)ltv, programme, today.AddDays(days), today).Refusal?.Field);

    private static LetterLimits Limits()
    {
        var limits = new LetterLimits(Guid.CreateVersion7());
        Assert.True(limits.Set(512_000, 409_600, 80, "Conventional, 30 years fixed", today.AddDays(90), today).IsDone);
        return limits;
    }
}
