using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.Domain.Leads;

/// <summary>
/// Somebody asked. The person is a contact from the first second on: consents, numbers and history have one home, and one person is never two leads at
/// a time. A lead ends as converted, lost or unqualified; whoever asks again after that is a new lead of the same person.
/// </summary>
public sealed partial class Lead : Entity, INamedRecord
{
    private Lead() { }

    /// <summary>The person.</summary>
    public Guid ContactId { get; private set; }

    /// <summary>The person's name, kept here for lists.</summary>
    public string Name { get; private set; } = "";

    /// <inheritdoc />
    public string RecordName => Name;

    /// <summary>Where it stands.</summary>
    public LeadStatus Status { get; private set; }

    /// <summary>Where it came from, in a word.</summary>
    public string Source { get; private set; } = LeadSources.ByHand;

    /// <summary>Where exactly.</summary>
    public string? SourceDetail { get; private set; }

    /// <summary>utm_source of the address it came by.</summary>
    public string? UtmSource { get; private set; }

    /// <summary>utm_medium of that address.</summary>
    public string? UtmMedium { get; private set; }

    /// <summary>utm_campaign of that address.</summary>
    public string? UtmCampaign { get; private set; }

    /// <summary>Who named the person.</summary>
    public Guid? ReferrerContactId { get; private set; }

    /// <summary>What is asked for.</summary>
    public LeadInterest? Interest { get; private set; }

    /// <summary>How soon.</summary>
    public LeadTimeline? Timeline { get; private set; }

    /// <summary>How much they want to borrow, in dollars. Hidden from who sees no amounts.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>Where the property is, as two letters.</summary>
    public string? PropertyState { get; private set; }

    /// <summary>Their words when they first asked.</summary>
    public string? Message { get; private set; }

    /// <summary>When they first asked.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>How often they asked while the lead was open; 1 at first.</summary>
    public int Inquiries { get; private set; } = 1;

    /// <summary>When they last asked.</summary>
    public DateTimeOffset LastInquiryAt { get; private set; }

    /// <summary>Whether the lead is still to be worked.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>Somebody asked for the first time, or again after the last lead ended.</summary>
    /// <param name="contact">The person.</param>
    /// <param name="origin">Where they came from.</param>
    /// <param name="wish">What they ask for.</param>
    /// <param name="by">Who entered it; null when the person did themselves.</param>
    /// <param name="at">When they asked.</param>
    public static Outcome<Lead> Receive(Contact contact, LeadOrigin origin, LeadWish wish, Guid? by, DateTimeOffset at)
    {
        var lead = new Lead { ContactId = contact.Id, Name = contact.Name, ReceivedAt = at, LastInquiryAt = at };
        if (lead.Write(wish) is { IsDone: false } refused) return refused.Refusal;
        lead.ComeFrom(origin);
        lead.Raise(new LeadReceived(lead.Id, contact.Id, by));
        return lead;
    }

    /// <summary>Says where the lead came from.</summary>
    public void ComeFrom(LeadOrigin origin)
    {
        var from = origin.Trimmed();
        (Source, SourceDetail, UtmSource, UtmMedium, UtmCampaign, ReferrerContactId) = (from.Source, from.Detail, from.UtmSource, from.UtmMedium, from.UtmCampaign, from.ReferrerContactId);
    }

    /// <summary>Where the lead came from.</summary>
    public LeadOrigin Origin() => new(Source, SourceDetail, UtmSource, UtmMedium, UtmCampaign, ReferrerContactId);

    /// <summary>Says anew what is asked for; refuses what nobody can ask for.</summary>
    public Outcome Wish(LeadWish wish)
    {
        var before = Wish();
        if (Write(wish) is { IsDone: false } refused) return refused;
        if (Wish() != before) Raise(new LeadChanged(Id));
        return Outcome.Done;
    }

    private Outcome Write(LeadWish wish)
    {
        if (wish.Amount is < 0 or > LeadWish.MaxAmount) return Refusal.Invalid(nameof(Amount), $"An amount lies between $0 and ${LeadWish.MaxAmount:N0}.");
        if (wish.State is { } state && !StateZones.IsState(state.ToUpperInvariant())) return Refusal.Invalid(nameof(LeadWish.State), $"“{state}” is not a state: write its two letters, such as CA.");
        var message = string.IsNullOrWhiteSpace(wish.Message) ? null : wish.Message.Trim();
        if (message?.Length > LeadWish.MessageMaxLength) return Refusal.Invalid(nameof(Message), $"A message has up to {LeadWish.MessageMaxLength:N0} characters.");
        (Interest, Timeline, Amount, PropertyState, Message) = (wish.Interest, wish.Timeline, wish.Amount, wish.State?.ToUpperInvariant(), message);
        return Outcome.Done;
    }

    /// <summary>What is asked for.</summary>
    public LeadWish Wish() => new(Interest, Timeline, Amount, PropertyState, Message);

    /// <summary>The person asked again while the lead is open: it is not a second lead. What they say now fills what was not known.</summary>
    public void AskAgain(LeadWish wish, DateTimeOffset at)
    {
        (Inquiries, LastInquiryAt, SnoozedUntil) = (Inquiries + 1, at, null);
        (Interest, Timeline, Amount) = (wish.Interest ?? Interest, wish.Timeline ?? Timeline, wish.Amount ?? Amount);
        if (Status == LeadStatus.Nurturing) Status = LeadStatus.Contacted;
        Raise(new LeadAskedAgain(Id, at));
    }

    /// <summary>Changes the name lists show.</summary>
    public void Rename(string name) => Name = name.Trim();

    /// <summary>Belongs to another record of the same person from now on: two contacts were merged.</summary>
    public void BelongTo(Guid contactId, string name) => (ContactId, Name) = (contactId, name);
}
