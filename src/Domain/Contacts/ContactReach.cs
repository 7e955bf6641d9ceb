using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>A further e-mail address or number of a person, beside the first one that stands on the contact itself.</summary>
public sealed class ContactReach : Entity, ISearchable
{
    /// <summary>Most of them one person has.</summary>
    public const int Limit = 10;

    private ContactReach() { }

    private ContactReach(Guid contactId, ReachKind kind, ReachLabel label, string text, string key) =>
        (ContactId, Kind, Label, Text, Key) = (contactId, kind, label, text, key);

    /// <summary>The person.</summary>
    public Guid ContactId { get; private set; }

    /// <summary>What it is.</summary>
    public ReachKind Kind { get; private set; }

    /// <summary>Where it reaches the person.</summary>
    public ReachLabel Label { get; private set; }

    /// <summary>As typed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The form two spellings are compared in.</summary>
    public string Key { get; private set; } = "";

    IEnumerable<string?> ISearchable.SearchNames => [Key];

    IEnumerable<string?> ISearchable.SearchDetails => [];

    /// <summary>Notes a further address or number; refuses what cannot be one.</summary>
    /// <param name="contactId">The person.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="label">Where it reaches the person.</param>
    /// <param name="text">As typed.</param>
    public static Outcome<ContactReach> Note(Guid contactId, ReachKind kind, ReachLabel label, string? text)
    {
        var typed = text?.Trim() ?? "";
        if (KeyOf(kind, typed) is not { } key)
            return Refusal.Invalid(nameof(Text), kind == ReachKind.Email ? $"“{typed}” is not an e-mail address." : $"“{typed}” is not a phone number with area code.");
        return new ContactReach(contactId, kind, label, typed, key);
    }

    /// <summary>The form two spellings are compared in; null when the text cannot be an address or number of that kind.</summary>
    public static string? KeyOf(ReachKind kind, string text) => kind == ReachKind.Email
        ? EmailAddress.IsValid(text) ? EmailAddress.Normalize(text) : null
        : PhoneNumber.IsValid(text) ? PhoneNumber.Digits(text) : null;
}
