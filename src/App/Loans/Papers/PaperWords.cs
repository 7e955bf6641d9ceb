using System.Globalization;
using CrmStudio.App.Kit.Marks;
using CrmStudio.Domain.Loans.Papers;

namespace CrmStudio.App.Loans.Papers;

/// <summary>How documents and conditions are said on screen.</summary>
public static class PaperWords
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    public static string Of(DocumentStatus status) => status switch
    {
        DocumentStatus.InReview => "In review",
        DocumentStatus.NotApplicable => "Not applicable",
        _ => status.ToString(),
    };

    public static string Of(RejectionCode code) => code switch
    {
        RejectionCode.Unreadable => "Cannot be read",
        RejectionCode.PagesMissing => "Pages are missing",
        RejectionCode.WrongDocument => "Another document is needed",
        RejectionCode.TooOld => "Too old",
        RejectionCode.NotSigned => "Signature or date is missing",
        RejectionCode.OtherPerson => "About somebody or something else",
        RejectionCode.Other => "Other",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Unknown reason"),
    };

    /// <summary>Why it was sent back, in one line.</summary>
    public static string? Why(RejectionCode? code, string? reason) => (code, reason) switch
    {
        (null or RejectionCode.Other, _) => reason,
        ({ } known, null) => Of(known),
        ({ } known, _) => $"{Of(known)}. {reason}",
    };

    public static string Of(ConditionCategory category) => category switch
    {
        ConditionCategory.PriorToApproval => "Prior to approval",
        ConditionCategory.PriorToDocs => "Prior to docs",
        ConditionCategory.PriorToFunding => "Prior to funding",
        ConditionCategory.PostClosing => "Post-closing",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Unknown step"),
    };

    /// <summary>What the button says that takes a condition there.</summary>
    public static string Verb(ConditionStatus to) => to switch
    {
        ConditionStatus.Open => "Open again",
        ConditionStatus.Requested => "Mark requested",
        ConditionStatus.Received => "Mark received",
        ConditionStatus.Submitted => "Submit",
        ConditionStatus.Cleared => "Clear",
        ConditionStatus.Rejected => "Mark rejected",
        ConditionStatus.Waived => "Waive",
        _ => throw new ArgumentOutOfRangeException(nameof(to), to, "Unknown status"),
    };

    /// <summary>The shape of the mark before a document.</summary>
    public static string MarkOf(DocumentStatus status) => status switch
    {
        DocumentStatus.Accepted => "st st-done",
        DocumentStatus.Uploaded or DocumentStatus.InReview => "st st-part",
        DocumentStatus.Rejected or DocumentStatus.Expired => "st st-bad",
        DocumentStatus.NotApplicable => "st st-na",
        _ => "st st-open",
    };

    /// <summary>The shape of the mark before a condition.</summary>
    public static string MarkOf(ConditionStatus status) => status switch
    {
        ConditionStatus.Cleared => "st st-done",
        ConditionStatus.Waived => "st st-na",
        ConditionStatus.Rejected => "st st-bad",
        ConditionStatus.Received or ConditionStatus.Submitted => "st st-part",
        _ => "st st-open",
    };

    public static Tone ToneOf(ConditionStatus status) => status switch
    {
        ConditionStatus.Cleared => Tone.Ok,
        ConditionStatus.Rejected => Tone.Bad,
        ConditionStatus.Received or ConditionStatus.Submitted => Tone.Info,
        _ => Tone.Plain,
    };

    /// <summary>"Due today", "Due Tue, Nov 24", "3 days late".</summary>
    public static string Due(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => "Due today",
        1 => "Due tomorrow",
        -1 => "1 day late",
        < 0 and var days => $"{-days} days late",
        _ => $"Due {LoanWords.Day(due, today)}",
    };

    public static Tone ToneOf(DateOnly due, DateOnly today) => due < today ? Tone.Bad : due.DayNumber - today.DayNumber <= 1 ? Tone.Warn : Tone.Plain;

    /// <summary>Bytes as people say them.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} bytes",
        < 1024 * 1024 => $"{bytes / 1024.0:0} KB",
        _ => string.Create(english, $"{bytes / (1024.0 * 1024.0):0.0} MB"),
    };

    public static string Count(int count, string one) => count == 1 ? $"1 {one}" : $"{count} {one}s";
}
