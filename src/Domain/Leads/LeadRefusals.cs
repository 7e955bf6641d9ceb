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
}
