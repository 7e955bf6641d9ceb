using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Locks;

/// <summary>What is asked of the lock desk, and what it gives.</summary>
/// <param name="Product">The programme: "Conv 30".</param>
/// <param name="Rate">Note rate in percent.</param>
/// <param name="Points">What the borrower pays for it, in percent of the loan; negative is a credit to the borrower.</param>
/// <param name="Days">Days the lock holds.</param>
public sealed record LockTerms(string Product, decimal Rate, decimal Points, int Days)
{
    /// <summary>Longest name of a programme.</summary>
    public const int ProductMaxLength = 60;

    /// <summary>Most points, and most credit, in percent.</summary>
    public const decimal MostPoints = 10m;

    /// <summary>Whether the figures can be, and the days are sold.</summary>
    public Outcome Check(LockPolicyTerms policy)
    {
        if (Product.Length is 0 or > ProductMaxLength) return Refusal.Invalid(nameof(Product), $"Name the product in up to {ProductMaxLength} characters.");
        if (Rate is <= 0 or > Loan.RateLimit) return Refusal.Invalid(nameof(Rate), $"The rate lies above 0 and up to {Loan.RateLimit:0} %.");
        if (Math.Abs(Points) > MostPoints) return Refusal.Invalid(nameof(Points), $"Points lie between −{MostPoints:0} and {MostPoints:0} %.");
        return policy.Days.Contains(Days) ? Outcome.Done : LockRefusals.DaysNotSold(policy);
    }
}
