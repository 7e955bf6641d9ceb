namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>Compares charges with their estimates (12 CFR 1026.19(e)(3)) and says what must be refunded to cure the difference ((f)(2)(v)).</summary>
public static class FeeTolerance
{
    /// <summary>Tests each bucket. A fee whose charge is not known yet is left out.</summary>
    /// <param name="fees">The fees of a loan.</param>
    /// <param name="tenPercent">By how many percent the sum of the ten-percent charges may grow.</param>
    public static IReadOnlyList<ToleranceTest> Test(IEnumerable<Fee> fees, decimal tenPercent)
    {
        var known = fees.Where(fee => fee.Charged is not null).ToList();
        return [.. Enum.GetValues<ToleranceBucket>().Select(bucket => Test(bucket, [.. known.Where(fee => fee.Bucket == bucket)], tenPercent))];
    }

    /// <summary>What must be refunded altogether, in US dollars.</summary>
    public static decimal Cure(IEnumerable<ToleranceTest> tests) => tests.Sum(test => test.Excess);

    /// <summary>What one fee contributes to the refund by itself: only zero-tolerance fees do, the others count together.</summary>
    public static decimal ExcessOf(Fee fee) => fee is { Bucket: ToleranceBucket.Zero, Charged: { } charged } ? Math.Max(0, charged - (fee.Estimated ?? 0)) : 0;

    private static ToleranceTest Test(ToleranceBucket bucket, List<Fee> fees, decimal tenPercent)
    {
        // An estimate of something that was then not done is no room for the others: comment 19(e)(3)(ii)-5.
        var compared = bucket == ToleranceBucket.TenPercent ? fees.Where(fee => fee.Charged != 0).ToList() : fees;
        var (estimated, charged) = (compared.Sum(fee => fee.Estimated ?? 0), compared.Sum(fee => fee.Charged!.Value));
        decimal? limit = bucket switch
        {
            ToleranceBucket.Zero => estimated,
            ToleranceBucket.TenPercent => Payment.Cents(estimated * (1 + tenPercent / 100m)),
            _ => null,
        };
        return new ToleranceTest(bucket, estimated, charged, limit, bucket switch
        {
            ToleranceBucket.Zero => fees.Sum(ExcessOf),
            ToleranceBucket.TenPercent => Math.Max(0, charged - limit!.Value),
            _ => 0,
        });
    }
}
