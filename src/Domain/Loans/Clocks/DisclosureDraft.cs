using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>A disclosure as somebody wrote it down, before it is taken.</summary>
public sealed record DisclosureDraft
{
    /// <summary>The loan.</summary>
    public required Guid LoanId { get; init; }

    /// <summary>Which of the two.</summary>
    public required DisclosureKind Kind { get; init; }

    /// <summary>The day it went out.</summary>
    public required DateOnly SentOn { get; init; }

    /// <summary>How.</summary>
    public required DisclosureMethod Method { get; init; }

    /// <summary>A receipt that can be proven.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>What proves it.</summary>
    public string? ReceiptEvidence { get; init; }

    /// <summary>The day of the consent to electronic records.</summary>
    public DateOnly? ConsentOn { get; init; }

    /// <summary>APR in percent.</summary>
    public decimal? Apr { get; init; }

    /// <summary>The product.</summary>
    public string? Product { get; init; }

    /// <summary>Whether a prepayment penalty is disclosed.</summary>
    public bool HasPrepaymentPenalty { get; init; }

    /// <summary>Whether the rate is disclosed as locked.</summary>
    public bool IsRateLocked { get; init; }

    /// <summary>Whether the transaction is irregular.</summary>
    public bool IsIrregular { get; init; }

    /// <summary>The last day the costs hold; null for the least the rule allows.</summary>
    public DateOnly? CostsExpireOn { get; init; }

    /// <summary>Why it is revised.</summary>
    public IReadOnlyList<ChangeReason> Reasons { get; init; } = [];

    /// <summary>Since when that is known.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>What is wrong with it by itself.</summary>
    internal Refusal? WhyNot(int version, DateOnly today) => this switch
    {
        _ when SentOn > today => Refusal.Invalid(nameof(SentOn), "Record a disclosure once it went out: the day lies ahead."),
        _ when SentOn.Year < 2015 => Refusal.Invalid(nameof(SentOn), "These disclosures exist since October 3, 2015."),
        _ when ReceivedOn < SentOn => Refusal.Invalid(nameof(ReceivedOn), "Nothing is received before it is sent."),
        _ when ReceivedOn > today => Refusal.Invalid(nameof(ReceivedOn), "A receipt lies in the past."),
        { ReceivedOn: not null, Method: not DisclosureMethod.InPerson } when string.IsNullOrWhiteSpace(ReceiptEvidence) => ClockRefusals.EvidenceNeeded,
        { Method: DisclosureMethod.Electronic } when ConsentOn is null || ConsentOn > SentOn => ClockRefusals.ConsentNeeded,
        { Apr: < 0 or > Disclosure.AprLimit } => Refusal.Invalid(nameof(Apr), "An APR lies between 0 and 100 %."),
        { Product.Length: > Disclosure.TextMaxLength } => Refusal.Invalid(nameof(Product), $"A product has at most {Disclosure.TextMaxLength} characters."),
        { ReceiptEvidence.Length: > Disclosure.TextMaxLength } => Refusal.Invalid(nameof(ReceiptEvidence), $"Evidence has at most {Disclosure.TextMaxLength} characters."),
        { Kind: DisclosureKind.LoanEstimate } when version > 1 && Reasons.Count == 0 => ClockRefusals.ChangeReasonNeeded,
        { Kind: DisclosureKind.LoanEstimate } when version > 1 && (KnownOn is null || KnownOn > SentOn) => ClockRefusals.KnownOnNeeded,
        _ => null,
    };

    /// <summary>Whether it stands where it cannot stand among the others.</summary>
    internal Refusal? OutOfOrder(IReadOnlyList<Disclosure> known)
    {
        if (known.Any(other => other.Kind == Kind && other.SentOn > SentOn)) return ClockRefusals.EarlierThanBefore;
        return Kind switch
        {
            DisclosureKind.LoanEstimate => known.Any(other => other.Kind == DisclosureKind.ClosingDisclosure && other.SentOn <= SentOn) ? ClockRefusals.EstimateAfterClosingDisclosure : null,
            _ => known.Any(other => other.Kind == DisclosureKind.LoanEstimate && (other.SentOn > SentOn || (other.IsRevised && other.SentOn == SentOn))) ? ClockRefusals.EstimateAfterClosingDisclosure : null,
        };
    }
}
