using System.Globalization;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>Reasons of the loan's clocks, each with the paragraph it comes from.</summary>
public static class ClockRefusals
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The first receipt stands.</summary>
    public static Refusal PieceReceived { get; } = new("loans.piece-received", "That piece was received already, and its first receipt stands.");

    /// <summary>A receipt lies in the past.</summary>
    public static Refusal PieceInTheFuture { get; } = new("loans.piece-in-the-future", "A piece is received before it is noted.", "ReceivedAt");

    /// <summary>A proven receipt has a proof.</summary>
    public static Refusal EvidenceNeeded { get; } = new("loans.evidence-needed", "Say what proves the receipt, such as a signature or a read receipt; without proof it is presumed.", nameof(Disclosure.ReceiptEvidence));

    /// <summary>Electronic delivery without consent is no delivery.</summary>
    public static Refusal ConsentNeeded { get; } = new("loans.consent-needed", "Electronic delivery needs the consumer's consent to electronic records first (15 USC 7001(c)).", nameof(Disclosure.ConsentOn));

    /// <summary>An estimate is revised for a reason the rule knows.</summary>
    public static Refusal ChangeReasonNeeded { get; } = new("loans.change-reason-needed", "A revised Loan Estimate needs a reason (12 CFR 1026.19(e)(3)(iv)).", nameof(Disclosure.Reasons));

    /// <summary>The three days of a revision count from a day.</summary>
    public static Refusal KnownOnNeeded { get; } = new("loans.known-on-needed", "Say since when the reason is known: the days to revise count from there (12 CFR 1026.19(e)(4)(i)).", nameof(Disclosure.KnownOn));

    /// <summary>Versions go out one after the other.</summary>
    public static Refusal EarlierThanBefore { get; } = new("loans.earlier-than-before", "An earlier version went out later than that. Correct it first.", nameof(Disclosure.SentOn));

    /// <summary>Versions are taken back from the last.</summary>
    public static Refusal LaterVersion { get; } = new("loans.later-version", "A later version was recorded. Take that back first.");

    /// <summary>No Loan Estimate from the day of the Closing Disclosure on.</summary>
    public static Refusal EstimateAfterClosingDisclosure { get; } =
        new("loans.estimate-after-closing-disclosure", "A revised Loan Estimate cannot go out on the day of a Closing Disclosure or after it (12 CFR 1026.19(e)(4)(ii)).", nameof(Disclosure.SentOn));

    /// <summary>An intent to proceed answers an estimate.</summary>
    public static Refusal IntentBeforeEstimate { get; } =
        new("loans.intent-before-estimate", "The consumer can say to proceed once the Loan Estimate was received (12 CFR 1026.19(e)(2)(i)).", nameof(LoanNotice.HappenedOn));

    /// <summary>Fees come after the intent to proceed.</summary>
    public static Refusal FeeBeforeIntent { get; } =
        new("loans.fee-before-intent", "No fee but that of a credit report may be imposed before the consumer has the Loan Estimate and says to proceed (12 CFR 1026.19(e)(2)(i)).", nameof(Fee.ImposedOn));

    /// <summary>A denial says why.</summary>
    public static Refusal DenialReasonsNeeded { get; } = new("loans.denial-reasons-needed", "A denial needs its principal reasons (12 CFR 1002.9(b)(2)).", "Reasons");

    /// <summary>Another reason is written out.</summary>
    public static Refusal OtherReasonNeeded { get; } = new("loans.other-reason-needed", $"Write the other reason in at most {AdverseAction.OtherMaxLength} characters.", nameof(AdverseAction.OtherReason));

    /// <summary>So many reasons say nothing.</summary>
    public static Refusal TooManyDenialReasons(int most) => new("loans.too-many-denial-reasons", $"A denial has at most {most} principal reasons (comment 9(b)(2)-1).", "Reasons");

    /// <summary>Costs hold for some days at least.</summary>
    public static Refusal CostsExpireTooEarly(RuleDate least) =>
        new("loans.costs-expire-too-early", $"The costs hold until {Day(least.Day)} at least ({least.Rule.Citation}).", nameof(Disclosure.CostsExpireOn));

    /// <summary>An act a rule stands in the way of.</summary>
    public static Refusal Breaks(GateBreak broken) => new(broken.Code, broken.Message, broken.Field);

    /// <summary>"Wed, Dec 2, 2026".</summary>
    internal static string Day(DateOnly day) => day.ToString("ddd, MMM d, yyyy", english);
}
