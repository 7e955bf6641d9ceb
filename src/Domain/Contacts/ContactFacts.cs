using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>What is known of a person, as it is typed and read back.</summary>
public sealed record ContactFacts(
    string? FirstName, string? LastName, string? Email = null, string? Phone = null, ContactKind Kind = ContactKind.Prospect, string? JobTitle = null, Guid? CompanyId = null,
    string? State = null, string? TimeZone = null, string? Language = null, ConsentChannel? PreferredChannel = null, string? Source = null,
    ReachLabel EmailLabel = ReachLabel.Home, ReachLabel PhoneLabel = ReachLabel.Mobile)
{
    /// <summary>Without spaces around, and without empty texts.</summary>
    public ContactFacts Trimmed() => this with
    {
        FirstName = Text(FirstName), LastName = Text(LastName), Email = Text(Email), Phone = Text(Phone), JobTitle = Text(JobTitle), State = Text(State)?.ToUpperInvariant(),
        TimeZone = Text(TimeZone), Language = Text(Language), Source = Text(Source),
    };

    /// <summary>Why these cannot be the facts of a person; null when they can. E-mail and phone are judged by <see cref="Contact.ReachBy"/>.</summary>
    public Refusal? Refuse()
    {
        if (FirstName is null && LastName is null) return ContactRefusals.Nameless;
        if (FirstName?.Length > Contact.NameMaxLength) return Refusal.Invalid(nameof(FirstName), $"A first name has up to {Contact.NameMaxLength} characters.");
        if (LastName?.Length > Contact.NameMaxLength) return Refusal.Invalid(nameof(LastName), $"A last name has up to {Contact.NameMaxLength} characters.");
        if (State is not null && !StateZones.IsState(State)) return Refusal.Invalid(nameof(State), $"“{State}” is not a state: write its two letters, such as CA.");
        if (TimeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _)) return Refusal.Invalid(nameof(TimeZone), $"“{TimeZone}” is not a time zone.");
        return Long(JobTitle, nameof(JobTitle), "A job title") ?? Long(Language, nameof(Language), "A language") ?? Long(Source, nameof(Source), "A source");
    }

    private static Refusal? Long(string? text, string field, string what) =>
        text?.Length > Contact.WordMaxLength ? Refusal.Invalid(field, $"{what} has up to {Contact.WordMaxLength} characters.") : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
