using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Letters;

/// <summary>What a borrower is pre-approved for at most: every letter on the loan stays within it. One row for each loan.</summary>
public sealed class LetterLimits : Entity
{
    /// <summary>Highest loan-to-value ratio accepted, in percent: a financed funding fee or guarantee fee goes above 100.</summary>
    public const decimal LtvLimit = 110m;

    /// <summary>Longest name of a programme.</summary>
    public const int ProgrammeMaxLength = 60;

    /// <summary>Most days ahead a pre-approval is good for: credit documents are too old after four months (Fannie Mae Selling Guide B1-1-03).</summary>
    public const int MostDays = 120;

    private LetterLimits() { }

    /// <summary>Limits of a loan, not set yet.</summary>
    public LetterLimits(Guid loanId) => LoanId = loanId;

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>Highest price of the property, in dollars.</summary>
    public decimal MaxPrice { get; private set; }

    /// <summary>Highest amount lent, in dollars.</summary>
    public decimal MaxAmount { get; private set; }

    /// <summary>Highest loan-to-value ratio, in percent.</summary>
    public decimal MaxLtv { get; private set; }

    /// <summary>The programme: "Conventional, 30 years fixed".</summary>
    public string Programme { get; private set; } = "";

    /// <summary>The last day any letter may name.</summary>
    public DateOnly ValidUntil { get; private set; }

    /// <summary>Sets the limits; refuses those that make no sense together.</summary>
    public Outcome Set(decimal maxPrice, decimal maxAmount, decimal maxLtv, string? programme, DateOnly validUntil, DateOnly today)
    {
        programme = programme?.Trim() ?? "";
        if (maxPrice is < 1 or > Loan.AmountLimit) return Refusal.Invalid(nameof(MaxPrice), "The price lies between $1 and $100,000,000.");
        if (maxAmount is < 1 or > Loan.AmountLimit) return Refusal.Invalid(nameof(MaxAmount), "The loan lies between $1 and $100,000,000.");
        if (maxLtv is <= 0 or > LtvLimit) return Refusal.Invalid(nameof(MaxLtv), $"The loan-to-value ratio lies above 0 and up to {LtvLimit:0} %.");
        if (programme.Length is 0 or > ProgrammeMaxLength) return Refusal.Invalid(nameof(Programme), $"Name the programme in up to {ProgrammeMaxLength} characters.");
        if (validUntil < today) return Refusal.Invalid(nameof(ValidUntil), "That day has passed.");
        if (validUntil > today.AddDays(MostDays)) return Refusal.Invalid(nameof(ValidUntil), $"A pre-approval is good for at most {MostDays} days.");

        (MaxPrice, MaxAmount, MaxLtv, Programme, ValidUntil) = (maxPrice, maxAmount, maxLtv, programme, validUntil);
        return Outcome.Done;
    }

    /// <summary>Whether a letter stays within the limits, or which one it breaks.</summary>
    public Outcome Allow(LetterTerms terms, DateOnly today)
    {
        if (terms.Price < 1) return Refusal.Invalid(nameof(LetterTerms.Price), "A letter names a price.");
        if (terms.Amount < 1) return Refusal.Invalid(nameof(LetterTerms.Amount), "A letter names an amount.");
        if (terms.Price > MaxPrice) return LetterRefusals.PriceAboveLimit(MaxPrice);
        if (terms.Amount > MaxAmount) return LetterRefusals.AmountAboveLimit(MaxAmount);
        if (terms.Ltv > MaxLtv) return LetterRefusals.LtvAboveLimit(terms.Ltv, MaxLtv);
        if (terms.ExpiresOn < today) return LetterRefusals.ExpiryPassed;
        return terms.ExpiresOn > ValidUntil ? LetterRefusals.ExpiryAfterLimit(ValidUntil) : Outcome.Done;
    }
}
