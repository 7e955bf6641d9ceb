namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>One bucket of charges, as estimated and as charged. US dollars.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Estimated">Sum of the estimates that are compared.</param>
/// <param name="Charged">Sum of the charges that are compared.</param>
/// <param name="Limit">What the charges may come to; null without limit.</param>
/// <param name="Excess">What they exceed it by: the refund that cures it.</param>
public sealed record ToleranceTest(ToleranceBucket Bucket, decimal Estimated, decimal Charged, decimal? Limit, decimal Excess);
