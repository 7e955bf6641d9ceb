using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Updates;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>
/// Subject and text of a mail about refinancing. It names no rate, no payment and no amount, which would ask for the disclosures of 12 CFR 1026.24; it
/// says who writes, with NMLS ids and postal address, and how to end such mails (15 USC 7704(a)).
/// </summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
public sealed record WatchWording(string Subject, string Text)
{
    /// <summary>The words an officer starts from.</summary>
    /// <param name="firstName">Whom it goes to.</param>
    /// <param name="property">The property; null where it is not known.</param>
    /// <param name="sender">Who writes.</param>
    public static WatchWording For(string firstName, string? property, WatchSender sender) => new(
        "Your loan, looked at anew",
        $"""
        Hello {firstName},

        I look at the loans of my former clients against today’s rates. For {(property is null ? "your home loan" : $"your loan on {property}")} a refinance may lower what you pay in all, counted to the same last payment as now and after every cost.

        If you would like, I send you the figures with everything that went into them, and you decide in your own time. This is an advertisement, not an offer to lend; whether you qualify and at which terms depends on an application.

        {sender.Name}, NMLS {sender.NmlsId}
        {string.Join(" · ", new[] { sender.Phone, sender.Email }.Where(reach => !string.IsNullOrEmpty(reach)))}

        {sender.Lender}, NMLS {sender.LenderNmlsId}
        {sender.PostalAddress}

        You get this mail because you agreed to hear from us about offers. Write “no more” to {sender.Email} and we stop.
        """.ReplaceLineEndings("\n"));

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public Refusal? Check()
    {
        if (string.IsNullOrWhiteSpace(Subject) || Subject.Trim().Length > UpdateTemplate.SubjectMaxLength || Subject.Any(char.IsControl)) return Refusal.Invalid(nameof(Subject), $"The subject is one line of up to {UpdateTemplate.SubjectMaxLength} characters.");
        return string.IsNullOrWhiteSpace(Text) || Text.Length > UpdateTemplate.TextMaxLength ? Refusal.Invalid(nameof(Text), $"The text has up to {UpdateTemplate.TextMaxLength:N0} characters.") : null;
    }
}
