using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads;

/// <summary>Reasons of the Leads room.</summary>
public static class LeadRefusals
{
    /// <summary>A lead that ended is not worked; it is reopened.</summary>
    public static Refusal HasEnded { get; } = new("leads.has-ended", "This lead has ended. Reopen it to work on it.");

    /// <summary>Only a lead that ended is reopened.</summary>
    public static Refusal NotEnded { get; } = new("leads.not-ended", "This lead is open already.");

    /// <summary>A lead that became a loan is worked as a loan.</summary>
    public static Refusal IsALoan { get; } = new("leads.is-a-loan", "This lead became a loan. Work on the loan.");

    /// <summary>How leads end is not a status one sets.</summary>
    public static Refusal EndsOtherwise { get; } = new("leads.ends-otherwise", "Convert the lead, or say why it is lost.");

    /// <summary>The history must say why.</summary>
    public static Refusal ReasonNeeded { get; } = Refusal.Invalid("Reason", $"Say why in 1 to {Lead.ReasonMaxLength} characters.");

    /// <summary>It is the member's own.</summary>
    public static Refusal YoursAlready { get; } = new("leads.yours-already", "This lead is yours already.");

    /// <summary>Somebody was faster.</summary>
    public static Refusal TakenAlready { get; } = new("leads.taken-already", "Somebody else has this lead.");

    /// <summary>Somebody was faster, and it is known who.</summary>
    public static Refusal TakenBy(string name) => new("leads.taken-already", $"{name} claimed this lead first.");

    /// <summary>The person has an open lead already.</summary>
    public static Refusal OpenAlready(string name) => new("leads.open-already", $"{name} has an open lead already.");

    /// <summary>It has that assignee.</summary>
    public static Refusal TheirsAlready { get; } = new("leads.theirs-already", "This lead is theirs already.");

    /// <summary>Leads go to who works on leads.</summary>
    public static Refusal WorksNoLeads { get; } = new("leads.works-no-leads", "Choose an active member who works on leads.");

    /// <summary>It has that tag.</summary>
    public static Refusal TaggedAlready(string tag) => new("leads.tagged-already", $"This lead has the tag “{tag}” already.");

    /// <summary>Nobody can be answered who left no way to.</summary>
    public static Refusal Unreachable { get; } = Refusal.Invalid("Phone", "Write an e-mail address or a phone number, so that the lead can be answered.");

    /// <summary>The most leads one change takes.</summary>
    public static Refusal TooManyAtOnce(int limit) => new("leads.too-many-at-once", $"A change takes at most {limit:N0} leads. Select fewer.");

    /// <summary>A loan needs somebody who works loans.</summary>
    public static Refusal NoOfficer { get; } = Refusal.Invalid("OfficerId", "Choose a loan officer for the loan.");
}
