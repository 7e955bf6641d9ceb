using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;

namespace CrmStudio.App.Loans.Clocks;

/// <summary>How the clocks are said on screen.</summary>
public static class ClockWords
{
    public static string Of(ApplicationPiece piece) => piece switch
    {
        ApplicationPiece.Name => "Name",
        ApplicationPiece.Income => "Income",
        ApplicationPiece.SocialSecurityNumber => "Social security number",
        ApplicationPiece.PropertyAddress => "Property address",
        ApplicationPiece.EstimatedValue => "Estimated value",
        ApplicationPiece.LoanAmount => "Loan amount",
        _ => throw new ArgumentOutOfRangeException(nameof(piece), piece, "Unknown piece"),
    };

    public static string Of(NoticeKind kind) => kind switch
    {
        NoticeKind.IntentToProceed => "Intent to proceed",
        NoticeKind.Approval => "Approval told",
        NoticeKind.Counteroffer => "Counteroffer made",
        NoticeKind.CounterofferTaken => "Counteroffer taken",
        NoticeKind.Incompleteness => "Notice of incompleteness",
        NoticeKind.AdverseAction => "Notice of adverse action",
        NoticeKind.RightToRescind => "Notice of the right to rescind",
        NoticeKind.ToleranceRefund => "Tolerance refund paid",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown notice"),
    };

    public static string Of(DisclosureMethod method) => method switch
    {
        DisclosureMethod.InPerson => "In person",
        DisclosureMethod.Electronic => "E-mail",
        DisclosureMethod.UsMail => "Mail",
        DisclosureMethod.Courier => "Courier",
        DisclosureMethod.Fax => "Fax",
        DisclosureMethod.Other => "Other",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method"),
    };

    public static string Of(ChangeReason reason) => reason switch
    {
        ChangeReason.SettlementCharges => "(A) Changed circumstance, settlement charges",
        ChangeReason.Eligibility => "(B) Changed circumstance, eligibility",
        ChangeReason.ConsumerRequest => "(C) Asked for by the consumer",
        ChangeReason.RateLock => "(D) Rate lock",
        ChangeReason.Expired => "(E) Estimate had expired",
        ChangeReason.NewConstruction => "(F) Delayed new construction",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason"),
    };

    public static string Of(FeeSection section) => section switch
    {
        FeeSection.A => "A. Origination charges",
        FeeSection.B => "B. Services you cannot shop for",
        FeeSection.C => "C. Services you can shop for",
        FeeSection.E => "E. Taxes and government fees",
        FeeSection.F => "F. Prepaids",
        FeeSection.G => "G. Initial escrow payment",
        FeeSection.H => "H. Other",
        FeeSection.J => "J. Lender credits",
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, "Unknown section"),
    };

    public static string Of(ToleranceBucket bucket) => bucket switch
    {
        ToleranceBucket.Zero => "Zero tolerance",
        ToleranceBucket.TenPercent => "10 % in sum",
        ToleranceBucket.Unlimited => "No limit",
        _ => throw new ArgumentOutOfRangeException(nameof(bucket), bucket, "Unknown bucket"),
    };

    public static string Of(ClockState state) => state switch
    {
        ClockState.Met => "Met",
        ClockState.Open => "Open",
        ClockState.Soon => "Due soon",
        ClockState.Broken => "Broken",
        ClockState.Moot => "Not needed",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state"),
    };

    /// <summary>The mark of a state in a list: a class of the kit.</summary>
    public static string MarkOf(ClockState state) => state switch
    {
        ClockState.Met => "st st-done",
        ClockState.Soon => "st st-part",
        ClockState.Broken => "st st-bad",
        ClockState.Moot => "st st-na",
        _ => "st st-open",
    };
}
