using System.Globalization;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;

namespace CrmStudio.App.Leads;

/// <summary>How leads are said on screen.</summary>
public static class LeadWords
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    public static string Of(LeadStatus status) => status.ToString();

    public static string Of(LeadBand band) => band.ToString();

    public static string Of(LeadInterest interest) => interest switch
    {
        LeadInterest.CashOut => "Cash-out",
        LeadInterest.HomeEquity => "Home equity",
        LeadInterest.PreApproval => "Pre-approval",
        LeadInterest.Other => "Something else",
        _ => interest.ToString(),
    };

    public static string Of(LeadTimeline timeline) => timeline switch
    {
        LeadTimeline.Now => "Right away",
        LeadTimeline.ThreeMonths => "Within three months",
        LeadTimeline.SixMonths => "Within half a year",
        LeadTimeline.Later => "Later",
        _ => throw new ArgumentOutOfRangeException(nameof(timeline), timeline, "Unknown timeline"),
    };

    public static string Of(CallResult result) => result switch
    {
        CallResult.Reached => "Reached",
        CallResult.LeftMessage => "Left a message",
        CallResult.NoAnswer => "No answer",
        CallResult.WrongNumber => "Wrong number",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "Unknown result"),
    };

    /// <summary>"E-mail", "Call".</summary>
    public static string Of(ActivityKind kind) => kind switch
    {
        ActivityKind.Email => "E-mail",
        ActivityKind.Sms => "SMS",
        _ => kind.ToString(),
    };

    /// <summary>What was logged, before the name: "Logged a call with".</summary>
    public static string Logged(ActivityKind kind) => kind switch
    {
        ActivityKind.Call => "Logged a call with",
        ActivityKind.Email => "Logged an e-mail with",
        ActivityKind.Sms => "Logged an SMS with",
        ActivityKind.Meeting => "Logged a meeting with",
        ActivityKind.Note => "Wrote a note on",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody logs this"),
    };

    /// <summary>How a lead came to somebody, as a sentence that its name follows.</summary>
    public static string Of(AssignmentKind kind) => kind switch
    {
        AssignmentKind.Routed => "Routed to",
        AssignmentKind.Claimed => "Claimed by",
        AssignmentKind.Given => "Given to",
        AssignmentKind.Reassigned => "Reassigned to",
        AssignmentKind.Ponded => "Put into",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind"),
    };

    /// <summary>"Tue, Nov 24, 9:00 AM".</summary>
    public static string Moment(DateTimeOffset local) => local.ToString("ddd, MMM d, h:mm tt", english);

    /// <summary>A moment as short as it is clear on a day: "9:00 AM", "Tue 9:00 AM", "Nov 24".</summary>
    public static string Short(DateTimeOffset local, DateOnly today) => (DateOnly.FromDateTime(local.Date).DayNumber - today.DayNumber) switch
    {
        0 => local.ToString("h:mm tt", english),
        > -7 and < 7 => local.ToString("ddd h:mm tt", english),
        _ => local.ToString(local.Year == today.Year ? "MMM d" : "MMM d, yyyy", english),
    };

    /// <summary>"Nov 24".</summary>
    public static string Day(DateOnly day, DateOnly today) => day.ToString(day.Year == today.Year ? "MMM d" : "MMM d, yyyy", english);
}
