using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>
/// That a person let themselves be reached over one channel for one purpose, or took that back: which words they were shown, when, how, who wrote it
/// down, and where it can be looked up. Rows are only added; the newest of a channel and purpose holds, all of them are the history.
/// </summary>
public sealed class Consent : Entity
{
    /// <summary>Longest text that was shown.</summary>
    public const int TextMaxLength = 2_000;

    /// <summary>Longest evidence.</summary>
    public const int EvidenceMaxLength = 500;

    private Consent() { }

    /// <summary>The person.</summary>
    public Guid ContactId { get; private set; }

    /// <summary>The channel.</summary>
    public ConsentChannel Channel { get; private set; }

    /// <summary>The purpose.</summary>
    public ConsentPurpose Purpose { get; private set; }

    /// <summary>Given, or withdrawn.</summary>
    public bool IsGiven { get; private set; }

    /// <summary>The address or number it was given for, in the form two spellings are compared in; consent does not move on to a new one.</summary>
    public string Reach { get; private set; } = "";

    /// <summary>When the person said so.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>How.</summary>
    public ConsentMethod Method { get; private set; }

    /// <summary>The words the person was shown; empty for a withdrawal, which needs none.</summary>
    public string Shown { get; private set; } = "";

    /// <summary>Where it can be looked up.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>Who wrote it down; null where the person did it themselves.</summary>
    public Guid? RecordedBy { get; private set; }

    /// <summary>Writes down that a person gave consent, or withdrew it.</summary>
    /// <param name="contact">The person.</param>
    /// <param name="word">What they said, and how.</param>
    /// <param name="by">Who writes it down.</param>
    /// <param name="now">Now.</param>
    public static Outcome<Consent> Record(Contact contact, ConsentWord word, Guid? by, DateTimeOffset now)
    {
        var (shown, evidence) = (word.Shown?.Trim() ?? "", word.Evidence?.Trim() ?? "");
        if (ReachOf(contact, word.Channel) is not { } reach) return ConsentRefusals.NoReach(contact.Name, word.Channel);
        if (word.IsGiven && shown.Length is 0 or > TextMaxLength) return Refusal.Invalid(nameof(Shown), $"Write the words that were shown, up to {TextMaxLength:N0} characters.");
        if (evidence.Length is 0 or > EvidenceMaxLength) return Refusal.Invalid(nameof(Evidence), $"Say in up to {EvidenceMaxLength} characters where it can be looked up.");
        if (word.At is not { } at || at > now) return Refusal.Invalid(nameof(At), "Say when it was, now at the latest.");

        return new Consent
        {
            ContactId = contact.Id, Channel = word.Channel, Purpose = word.Purpose, IsGiven = word.IsGiven, Reach = reach, At = at, Method = word.Method, Shown = word.IsGiven ? shown : "", Evidence = evidence, RecordedBy = by,
        };
    }

    /// <summary>Whether a person may be reached: the newest word on the channel and purpose is a consent, for the address or number of today.</summary>
    /// <param name="contact">The person.</param>
    /// <param name="consents">All words of the person.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="purpose">The purpose.</param>
    /// <returns>The consent, or why there is none.</returns>
    public static Outcome<Consent> Standing(Contact contact, IEnumerable<Consent> consents, ConsentChannel channel, ConsentPurpose purpose)
    {
        var newest = consents.Where(consent => consent.ContactId == contact.Id && consent.Channel == channel && consent.Purpose == purpose).OrderBy(consent => consent.At).ThenBy(consent => consent.Id).LastOrDefault();
        if (ReachOf(contact, channel) is not { } reach) return ConsentRefusals.NoReach(contact.Name, channel);
        if (newest is null) return ConsentRefusals.None(contact.Name);
        if (!newest.IsGiven) return ConsentRefusals.Withdrawn(contact.Name);
        return newest.Reach == reach ? newest : ConsentRefusals.OtherReach(contact.Name);
    }

    private static string? ReachOf(Contact contact, ConsentChannel channel) => channel switch
    {
        ConsentChannel.Email => contact.EmailKey,
        ConsentChannel.Sms or ConsentChannel.Call => contact.PhoneKey,
        ConsentChannel.Post => contact.Name,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Unknown channel"),
    };
}
