using System.Globalization;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Letters;

/// <summary>Why a letter is not made.</summary>
public static class LetterRefusals
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Nobody said what the borrower is pre-approved for.</summary>
    public static Refusal NoLimits { get; } = new("loans.letter-no-limits", "Set the limits of this loan's letters first.");

    /// <summary>The lender's name, licence and address are missing.</summary>
    public static Refusal NoLetterhead { get; } = new("loans.letter-no-letterhead", "The letterhead needs the lender's legal name, NMLS id and address first. An administrator writes it under Letterhead.");

    /// <summary>Whoever signs a letter is a licensed originator (12 CFR 1026.36(g)).</summary>
    public static Refusal NoOriginator { get; } = new("loans.letter-no-originator", "A letter is signed by the loan officer: the loan needs one, with an NMLS id.");

    /// <summary>The loan has ended.</summary>
    public static Refusal LoanEnded { get; } = new("loans.letter-loan-ended", "This loan has ended. Reopen it before you make a letter.");

    /// <summary>The price is above the limit.</summary>
    public static Refusal PriceAboveLimit(decimal limit) => new("loans.letter-price", $"The price is above the limit of {Dollars(limit)}.", nameof(LetterTerms.Price));

    /// <summary>The amount is above the limit.</summary>
    public static Refusal AmountAboveLimit(decimal limit) => new("loans.letter-amount", $"The loan is above the limit of {Dollars(limit)}.", nameof(LetterTerms.Amount));

    /// <summary>The ratio of the two is above the limit.</summary>
    public static Refusal LtvAboveLimit(decimal ltv, decimal limit) =>
        new("loans.letter-ltv", string.Create(english, $"Price and loan make a loan-to-value ratio of {Math.Ceiling(ltv * 100) / 100:0.00} %, above the limit of {limit:0.##} %."), nameof(LetterTerms.Amount));

    /// <summary>The letter would be good for longer than the pre-approval.</summary>
    public static Refusal ExpiryAfterLimit(DateOnly limit) => new("loans.letter-expiry", string.Create(english, $"The pre-approval is good until {limit:MMMM d, yyyy}; the letter cannot be good for longer."), nameof(LetterTerms.ExpiresOn));

    /// <summary>The letter would be too late on the day it is made.</summary>
    public static Refusal ExpiryPassed { get; } = new("loans.letter-expiry-passed", "That day has passed.", nameof(LetterTerms.ExpiresOn));

    /// <summary>Somebody else took the number at the same moment.</summary>
    public static Refusal NumberTaken { get; } = new("loans.letter-number-taken", "Another letter was made at the same moment. Try again.");

    /// <summary>It was revoked already.</summary>
    public static Refusal AlreadyRevoked { get; } = new("loans.letter-already-revoked", "This letter was revoked already.");

    /// <summary>Taking a letter back must be explained.</summary>
    public static Refusal RevokeReasonNeeded { get; } = new("loans.letter-reason-needed", "Revoking a letter needs a reason.", "Reason");

    /// <summary>The bytes are not where they were put.</summary>
    public static Refusal FileMissing { get; } = new("loans.letter-file-missing", "The file of this letter is not in the store, or is not the one that was made. Tell an administrator.");

    private static string Dollars(decimal amount) => amount.ToString(amount == decimal.Truncate(amount) ? "$#,##0" : "$#,##0.00", english);
}
