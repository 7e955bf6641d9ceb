using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>What people who ask for a loan say, and what officers write down about them. All of it invented.</summary>
internal static class DemoLeadLines
{
    public static readonly (LeadInterest Interest, int Share, string[] Words)[] Wishes =
    [
        (LeadInterest.Purchase, 44, ["We saw a house on Saturday and want to make an offer this week.", "Moving here in March, first home.", "Our lease ends in spring. What could we afford?", "Our agent asked for a pre-qualification before showings."]),
        (LeadInterest.Refinance, 20, ["My rate is above seven. Is there something better?", "Would like a shorter term for about the same payment.", "Heard rates came down a little."]),
        (LeadInterest.CashOut, 10, ["Need about 60 for the kitchen and the roof.", "Want to pay off two cards with it."]),
        (LeadInterest.PreApproval, 14, ["Need a letter for an offer on Friday.", "Just want to know where we stand."]),
        (LeadInterest.HomeEquity, 7, ["Would a line of credit make more sense than cash-out?"]),
        (LeadInterest.Investment, 5, ["Two-family on Mill Street, one unit rented."]),
    ];

    /// <summary>Where each source says it came from.</summary>
    public static readonly (string Source, int Share, string[] Details)[] Sources =
    [
        (LeadSources.Portal, 22, ["Harbor Homes", "Coast Listings"]), (LeadSources.Referral, 31, ["Cora Lindgren", "Mitch Averill", "Gwen Stoddard"]),
        (LeadSources.Web, 24, ["/first-home", "/refinance", "/rates"]), (LeadSources.PastClient, 15, []), (LeadSources.WalkIn, 8, ["Harbor Point", "Mill Street"]),
    ];

    /// <summary>What somebody logs, in the order things happen.</summary>
    public static readonly (Touch Touch, int Share)[] Touches =
    [
        (new(ActivityKind.Call, "", CallResult.NoAnswer, false), 22), (new(ActivityKind.Call, "Left a message with the direct number", CallResult.LeftMessage, false), 20),
        (new(ActivityKind.Call, "Wants to talk numbers this week, has two pay stubs ready", CallResult.Reached, false, 8), 22), (new(ActivityKind.Email, "Sent the checklist and a time to talk", null, false), 16),
        (new(ActivityKind.Sms, "Asked when a call would suit", null, false), 8), (new(ActivityKind.Email, "Thanks, looking at it tonight", null, true), 6), (new(ActivityKind.Meeting, "Went through income and the down payment at the office", null, null, 40), 4),
        (new(ActivityKind.Note, "Spouse decides with them, both should be on the next call"), 2),
    ];

    public static readonly string[] Steps = ["Send the pre-approval letter", "Call about the appraisal question", "Ask for the two pay stubs", "Talk again when the offer is answered", "Send the cost comparison"];

    public static readonly string[] Lost = ["Went with another lender", "No answer after several attempts", "Not buying any more", "Bank of the employer was cheaper", "Stays in the rental for now"];

    public static readonly string[] NeverLeads = ["Wrong number", "Looks for a job, not a loan", "Cannot qualify now", "Sells something"];
}
