namespace CrmStudio.Domain.Loans.Locks;

/// <summary>What the desk gives.</summary>
/// <param name="Terms">The locked terms.</param>
/// <param name="Price">What the investor pays, in percent of par; null while nobody said.</param>
/// <param name="Reference">The investor's number of the lock.</param>
public sealed record LockGiven(LockTerms Terms, decimal? Price, string? Reference)
{
    /// <summary>Lowest price, in percent of par.</summary>
    public const decimal LeastPrice = 80m;

    /// <summary>Highest price, in percent of par.</summary>
    public const decimal MostPrice = 120m;
}
