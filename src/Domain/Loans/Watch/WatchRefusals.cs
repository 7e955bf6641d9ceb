using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>Reasons about the watch of funded loans.</summary>
public static class WatchRefusals
{
    /// <summary>Only funded loans are watched.</summary>
    public static Refusal NotFunded { get; } = new("loans.watch-not-funded", "Only a funded loan is watched.");

    /// <summary>Who would not gain is not written to.</summary>
    public static Refusal NoGain { get; } = new("loans.watch-no-gain", "They would not gain from refinancing, so nobody is written to.");

    /// <summary>The mail left already, or was held back.</summary>
    public static Refusal NotADraft { get; } = new("loans.watch-not-a-draft", "This message is no draft any more.");

    /// <summary>One message at a time.</summary>
    public static Refusal DraftedAlready(string name) => new("loans.watch-drafted-already", $"A message to {name} is waiting already.");

    /// <summary>Nobody is written to too often.</summary>
    public static Refusal WrittenLately(string name, int days) => new("loans.watch-written-lately", $"{name} was written to, or a message was held back, within {days} days.");

    /// <summary>A mail comes from somebody.</summary>
    public static Refusal NoOfficer { get; } = new("loans.watch-no-officer", "The loan has no officer who could write.");

    /// <summary>An advertisement names the originator.</summary>
    public static Refusal NoNmlsId(string name) => new("loans.watch-no-nmls", $"{name} has no NMLS id, which the message must name.");

    /// <summary>An advertisement names the lender and its postal address.</summary>
    public static Refusal NoLetterhead { get; } = new("loans.watch-no-letterhead", "The letterhead is not written yet: the message must name the lender and its postal address (15 USC 7704(a)(5)).");
}
