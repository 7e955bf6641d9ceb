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

    /// <summary>A draft.</summary>
    /// <param name="loanId">The loan.</param>
    /// <param name="contact">Whom it goes to.</param>
    /// <param name="consent">On whose word.</param>
    /// <param name="wording">Subject and text.</param>
    public WatchMessage(Guid loanId, Contact contact, Consent consent, WatchWording wording)
        : base(loanId, contact.Id, contact.Email ?? throw new ArgumentException("Nobody can be written to without an address.", nameof(contact)), wording.Subject, wording.Text, UpdateState.Draft, null) => ConsentId = consent.Id;

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
