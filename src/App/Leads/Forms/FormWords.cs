using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;

namespace CrmStudio.App.Leads.Forms;

/// <summary>How forms say what can be chosen.</summary>
public static class FormWords
{
    public static IReadOnlyList<(string Value, string Text)> Interests { get; } =
    [
        ("", "Please choose"), (nameof(LeadInterest.Purchase), "Buying a home"), (nameof(LeadInterest.Refinance), "Refinancing"), (nameof(LeadInterest.CashOut), "Cash out of my home"),
        (nameof(LeadInterest.HomeEquity), "A home equity line"), (nameof(LeadInterest.Investment), "An investment property"), (nameof(LeadInterest.PreApproval), "A pre-approval"), (nameof(LeadInterest.Other), "Something else"),
    ];

    public static IReadOnlyList<(string Value, string Text)> Timelines { get; } =
        [("", "Please choose"), (nameof(LeadTimeline.Now), "Now"), (nameof(LeadTimeline.ThreeMonths), "Within 3 months"), (nameof(LeadTimeline.SixMonths), "Within 6 months"), (nameof(LeadTimeline.Later), "Later")];

    public static string Of(ConsentChannel channel) => channel switch { ConsentChannel.Email => "E-mail", ConsentChannel.Sms => "Text messages", ConsentChannel.Call => "Calls", _ => "Paper mail" };

    public static string Of(ConsentPurpose purpose) => purpose == ConsentPurpose.Marketing ? "offers" : "about an application";
}
