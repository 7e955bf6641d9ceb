using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>One version of a Loan Estimate or Closing Disclosure that went out: what the clocks need of it, not the document.</summary>
public sealed class Disclosure : Entity, INamedRecord
{
    /// <summary>Highest APR accepted, in percent.</summary>
    public const decimal AprLimit = 100m;

    /// <summary>Longest product description and longest evidence.</summary>
    public const int TextMaxLength = 200;

    private Disclosure() { }

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>Which of the two.</summary>
    public DisclosureKind Kind { get; private set; }

    /// <summary>1 for the first of its kind.</summary>
    public int Number { get; private set; }

    /// <summary>The day it was delivered or put in the mail.</summary>
    public DateOnly SentOn { get; private set; }

    /// <summary>How.</summary>
    public DisclosureMethod Method { get; private set; }

    /// <summary>The day it was received as somebody can prove; the last consumer's day where several must have it. Null: presumed.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>What proves it: a signature, a read receipt.</summary>
    public string? ReceiptEvidence { get; private set; }

    /// <summary>The day the consumer agreed to electronic records (15 USC 7001(c)); needed for electronic delivery.</summary>
    public DateOnly? ConsentOn { get; private set; }

    /// <summary>Disclosed annual percentage rate in percent.</summary>
    public decimal? Apr { get; private set; }

    /// <summary>Disclosed product: "Fixed Rate", "5/1 Adjustable Rate".</summary>
    public string? Product { get; private set; }

    /// <summary>Whether a prepayment penalty is disclosed.</summary>
    public bool HasPrepaymentPenalty { get; private set; }

    /// <summary>Whether the rate is disclosed as locked.</summary>
    public bool IsRateLocked { get; private set; }

    /// <summary>Whether the transaction is irregular, which doubles what an APR may be off (12 CFR 1026.22(a)(3)).</summary>
    public bool IsIrregular { get; private set; }

    /// <summary>The last day the estimated costs hold; null on Closing Disclosures and after the intent to proceed.</summary>
    public DateOnly? CostsExpireOn { get; private set; }

    /// <summary>Why it was revised: names of <see cref="ChangeReason"/>.</summary>
    public string[] Reasons { get; private set; } = [];

    /// <summary>The day the lender learned of what made it revise.</summary>
    public DateOnly? KnownOn { get; private set; }

    /// <summary>Who recorded it.</summary>
    public Guid RecordedBy { get; private set; }

    /// <inheritdoc />
    public string RecordName => $"{Name} {Number}";

    /// <summary>"Loan Estimate" or "Closing Disclosure".</summary>
    public string Name => Kind == DisclosureKind.LoanEstimate ? "Loan Estimate" : "Closing Disclosure";

    /// <summary>Whether it revises an earlier one of its kind.</summary>
    public bool IsRevised => Number > 1;

    /// <summary>Records a disclosure that went out.</summary>
    /// <param name="draft">What it says.</param>
    /// <param name="known">The disclosures of the loan so far.</param>
    /// <param name="hasIntent">Whether the consumer has said to proceed.</param>
    /// <param name="dates">The rules.</param>
    /// <param name="today">The day it is recorded.</param>
    /// <param name="by">Who records it.</param>
    public static Outcome<Disclosure> Record(DisclosureDraft draft, IReadOnlyList<Disclosure> known, bool hasIntent, RuleDates dates, DateOnly today, Guid by)
    {
        var version = known.Where(other => other.Kind == draft.Kind).Select(other => other.Number).DefaultIfEmpty().Max() + 1;
        if (draft.WhyNot(version, today) is { } wrong) return wrong;
        if (draft.OutOfOrder(known) is { } misplaced) return misplaced;

        var isEstimate = draft.Kind == DisclosureKind.LoanEstimate;
        var expires = isEstimate ? draft.CostsExpireOn ?? (hasIntent ? null : dates.Deadline(RuleCodes.CostsExpire, draft.SentOn)?.Day) : null;
        if (expires is { } end && dates.Deadline(RuleCodes.CostsExpire, draft.SentOn) is { } least && end < least.Day) return ClockRefusals.CostsExpireTooEarly(least);

        var sent = new Disclosure
        {
            LoanId = draft.LoanId, Kind = draft.Kind, Number = version, SentOn = draft.SentOn, Method = draft.Method,
            ReceivedOn = draft.ReceivedOn, ReceiptEvidence = draft.ReceiptEvidence, ConsentOn = draft.Method == DisclosureMethod.Electronic ? draft.ConsentOn : null,
            Apr = draft.Apr, Product = draft.Product, HasPrepaymentPenalty = draft.HasPrepaymentPenalty, IsRateLocked = draft.IsRateLocked, IsIrregular = draft.IsIrregular,
            CostsExpireOn = expires, Reasons = version > 1 ? [.. draft.Reasons.Distinct().Select(reason => $"{reason}")] : [], KnownOn = version > 1 ? draft.KnownOn : null, RecordedBy = by,
        };
        sent.Raise(new LoanClockChanged(draft.LoanId));
        return sent;
    }

    /// <summary>Notes a receipt that can be proven; it takes the place of the presumption.</summary>
    public Outcome Receive(DateOnly on, string? evidence, DateOnly today)
    {
        evidence = string.IsNullOrWhiteSpace(evidence) ? null : evidence.Trim();
        if (on < SentOn) return Refusal.Invalid(nameof(ReceivedOn), "Nothing is received before it is sent.");
        if (on > today) return Refusal.Invalid(nameof(ReceivedOn), "A receipt lies in the past.");
        if (evidence is null or { Length: > TextMaxLength }) return ClockRefusals.EvidenceNeeded;

        (ReceivedOn, ReceiptEvidence) = (on, evidence);
        Raise(new LoanClockChanged(LoanId));
        return Outcome.Done;
    }

    /// <summary>Says that it is about to be removed, so that the clock hears of it.</summary>
    public void TakeBack() => Raise(new LoanClockChanged(LoanId));

    /// <summary>The day it counts as received, and how that was counted where it is presumed (12 CFR 1026.19(e)(1)(iv), (f)(1)(iii)).</summary>
    public (DateOnly Day, RuleDate? Presumed) Received(RuleDates dates)
    {
        if (ReceivedOn is { } proven) return (proven, null);
        if (Method == DisclosureMethod.InPerson) return (SentOn, null);
        return dates.Deadline(RuleCodes.Receipt, SentOn) is { } presumed ? (presumed.Day, presumed) : (SentOn, null);
    }

    /// <summary>
    /// Why this Closing Disclosure starts a wait of its own after the one before it: the APR became inaccurate, the product changed, or a
    /// prepayment penalty was added (12 CFR 1026.19(f)(2)(ii)). Empty when it does not.
    /// </summary>
    public IReadOnlyList<string> NewWaitAfter(Disclosure before, RuleBook book)
    {
        var reasons = new List<string>();
        var tolerance = book.Number(IsIrregular ? ParameterNames.AprToleranceIrregular : ParameterNames.AprTolerance, SentOn);
        if (Apr is { } now && before.Apr is { } then && Math.Abs(now - then) > tolerance) reasons.Add($"the APR moved by {Math.Abs(now - then):0.0###} points, more than {tolerance:0.0##}");
        if (Product is { } product && before.Product is { } earlier && !string.Equals(product, earlier, StringComparison.OrdinalIgnoreCase)) reasons.Add($"the product changed from {earlier} to {product}");
        if (HasPrepaymentPenalty && !before.HasPrepaymentPenalty) reasons.Add("a prepayment penalty was added");
        return reasons;
    }
}
