using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Credit;

/// <summary>Reasons about credit.</summary>
public static class CreditRefusals
{
    /// <summary>Without a permissible purpose nobody obtains a consumer report (15 USC 1681b(f)).</summary>
    public static Refusal PurposeNeeded { get; } = new("loans.credit-purpose-needed", "Say why the pull is permissible. Without a purpose of the list no credit is pulled (15 USC 1681b(f)).", "Purpose");

    /// <summary>Written instructions are a writing.</summary>
    public static Refusal WritingNeeded { get; } = new("loans.credit-writing-needed", "Written instructions are given in writing: a recorded call is none (15 USC 1681b(a)(2)).", "Method");

    /// <summary>Without the consumer's word no pull is written down.</summary>
    public static Refusal AuthorizationNeeded(string field, string what) => new("loans.credit-authorization-needed", $"Say {what}. Without the borrower’s authorization no pull is recorded.", field);

    /// <summary>The word comes before the pull.</summary>
    public static Refusal AuthorizedLater { get; } = new("loans.credit-authorized-later", "The authorization is later than the pull. It has to come first.", "AuthorizedOn");

    /// <summary>Only a borrower's credit is pulled.</summary>
    public static Refusal NotABorrower { get; } = new("loans.credit-not-a-borrower", "Credit is pulled of borrowers and co-borrowers only.", "PartyId");

    /// <summary>A score no model of that kind gives.</summary>
    public static Refusal ScoreOutOfRange(CreditBureau bureau, int lowest, int highest) =>
        new("loans.credit-score-out-of-range", $"{bureau}: this model gives scores from {lowest} to {highest}.", $"{bureau}");

    /// <summary>A pull asks one bureau at least.</summary>
    public static Refusal BureauNeeded { get; } = new("loans.credit-bureau-needed", "Tick the bureaus that were asked.", "Scores");

    /// <summary>Struck once.</summary>
    public static Refusal AlreadyStruck { get; } = new("loans.credit-already-struck", "This pull was struck already.");

    /// <summary>Whether a refusal is for want of a purpose, or of the consumer's word: such refusals are written down.</summary>
    public static bool IsAboutPurpose(Refusal refusal) => refusal.Code == PurposeNeeded.Code;

    /// <summary>Whether a refusal is for want of the consumer's word.</summary>
    public static bool IsAboutAuthorization(Refusal refusal) => refusal.Code is "loans.credit-authorization-needed" or "loans.credit-authorized-later" or "loans.credit-writing-needed";
}
