using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans.Updates;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>A mail to somebody who would gain from refinancing and agreed to offers. It leaves only when an officer has reviewed it, after a wait in which it can be taken back.</summary>
public sealed class WatchMessage : LoanMail
{
    /// <summary>Seconds between the review and the mail.</summary>
    public const int WaitSeconds = 60;

    private WatchMessage() { }

    private WatchMessage(Guid loanId, Contact contact, Consent consent, WatchWording wording)
        : base(loanId, contact.Id, contact.Email!, wording.Subject, wording.Text, UpdateState.Draft, null) => ConsentId = consent.Id;

    /// <summary>Drafts a message to one person, or says why there is none: only to who would gain, agreed, and was not written to lately.</summary>
    /// <param name="result">What the comparison of the loan came to.</param>
    /// <param name="contact">The person.</param>
    /// <param name="property">Street and town; null where they are not known.</param>
    /// <param name="consents">What the person said about being reached.</param>
    /// <param name="earlier">Messages to the person about this loan.</param>
    /// <param name="sender">Who writes, or what an advertisement would lack.</param>
    /// <param name="at">Now.</param>
    public static Outcome<WatchMessage> Draft(
        WatchResult result, Contact contact, string? property, IEnumerable<Consent> consents, IEnumerable<WatchMessage> earlier, Outcome<WatchSender> sender, DateTimeOffset at)
    {
        if (result.Verdict != WatchVerdict.Gains) return WatchRefusals.NoGain;
        var standing = Consent.Standing(contact, consents, ConsentChannel.Email, ConsentPurpose.Marketing);
        if (standing.Value is not { } consent) return standing.Refusal!;
        var theirs = earlier.Where(message => message.LoanId == result.LoanId && message.ContactId == contact.Id).ToList();
        if (theirs.Exists(message => message.IsOnItsWay)) return WatchRefusals.DraftedAlready(contact.Name);
        var quiet = result.Known.Terms.QuietDays;
        if (theirs.Exists(message => message.CreatedAt > at.AddDays(-quiet) && (message.SentAt is not null || message.CancelledBy is not null))) return WatchRefusals.WrittenLately(contact.Name, quiet);
        return sender.Value is { } known ? new WatchMessage(result.LoanId, contact, consent, WatchWording.For(contact.FirstName, property, known)) : sender.Refusal!;
    }

    /// <summary>Whether it is drafted, waits or is being sent.</summary>
    public bool IsOnItsWay => State is UpdateState.Draft or UpdateState.Waiting or UpdateState.Sending;

    /// <summary>The consent it was drafted on.</summary>
    public Guid ConsentId { get; private set; }

    /// <summary>Who reviewed it; null while nobody has.</summary>
    public Guid? ReviewedBy { get; private set; }

    /// <inheritdoc />
    public override string MessageId => $"{Id:n}@watch.crmstudio";

    /// <summary>Lets it leave after a wait, worded as the reviewer left it.</summary>
    public Outcome Review(WatchWording wording, Guid by, DateTimeOffset at)
    {
        if (State != UpdateState.Draft) return WatchRefusals.NotADraft;
        if (wording.Check() is { } wrong) return wrong;
        (Subject, Text, State, ReviewedBy, DueAt) = (wording.Subject.Trim(), wording.Text.Trim(), UpdateState.Waiting, by, at.AddSeconds(WaitSeconds));
        return Outcome.Done;
    }

    /// <summary>Holds it back, reviewed or not.</summary>
    public Outcome Cancel(Guid? by, string why)
    {
        if (State is not (UpdateState.Draft or UpdateState.Waiting)) return UpdateRefusals.NotWaiting;
        (State, DueAt, CancelledBy, Answer) = (UpdateState.Cancelled, null, by, why);
        return Outcome.Done;
    }
}
