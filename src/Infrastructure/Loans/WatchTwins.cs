namespace CrmStudio.Infrastructure.Loans;

/// <summary>Whole-number twins of what the watch of funded loans is sorted by: row-level security lets an index answer for these only.</summary>
public static class WatchTwins
{
    /// <summary>Name of the column with the gain in cents.</summary>
    public const string Gain = "GainCents";

    /// <summary>Name of the column with the months until costs are back.</summary>
    public const string BreakEven = "BreakEvenOrNever";

    /// <summary>What stands for a gain that could not be worked out: below every loss.</summary>
    public const long NoGain = -100_000_000_000;

    /// <summary>What stands for costs that never come back.</summary>
    public const long Never = 100_000;
}
