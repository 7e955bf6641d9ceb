namespace CrmStudio.Domain.Loans.Letters;

/// <summary>What one letter says: often less than the limits, so that an offer does not show a seller how high the buyer could go.</summary>
/// <param name="Price">Price of the property, in dollars.</param>
/// <param name="Amount">Amount lent, in dollars.</param>
/// <param name="ExpiresOn">The last day the letter is good for.</param>
/// <param name="NamesProperty">Whether the property of the loan stands in it.</param>
public sealed record LetterTerms(decimal Price, decimal Amount, DateOnly ExpiresOn, bool NamesProperty)
{
    /// <summary>Loan-to-value ratio in percent, unrounded.</summary>
    public decimal Ltv => Price > 0 ? Amount / Price * 100m : 0;
}
