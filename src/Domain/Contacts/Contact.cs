using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>A person we know: a borrower, an agent, a past client.</summary>
public sealed partial class Contact : Entity, INamedRecord, ISearchable
{
    /// <summary>Longest given or family name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>Longest title, source, language or the like.</summary>
    public const int WordMaxLength = 80;

    private Contact() { }

    /// <summary>Somebody new.</summary>
    public Contact(string firstName, string lastName) => (FirstName, LastName) = (firstName.Trim(), lastName.Trim());

    /// <summary>Given name.</summary>
    public string FirstName { get; private set; } = "";

    /// <summary>Family name.</summary>
    public string LastName { get; private set; } = "";

    /// <summary>E-mail as typed.</summary>
    public string? Email { get; private set; }

    /// <summary>E-mail in the form two spellings are compared in.</summary>
    public string? EmailKey { get; private set; }

    /// <summary>Phone as typed.</summary>
    public string? Phone { get; private set; }

    /// <summary>Digits of the phone, the form two spellings are compared in.</summary>
    public string? PhoneKey { get; private set; }

    /// <summary>Where the phone rings.</summary>
    public ReachLabel PhoneLabel { get; private set; }

    /// <summary>Where the e-mail arrives.</summary>
    public ReachLabel EmailLabel { get; private set; } = ReachLabel.Home;

    /// <summary>What the person is to the organization.</summary>
    public ContactKind Kind { get; private set; }

    /// <summary>What the person does for a living.</summary>
    public string? JobTitle { get; private set; }

    /// <summary>The company the person works for.</summary>
    public Guid? CompanyId { get; private set; }

    /// <summary>Those the person lives with.</summary>
    public Guid? HouseholdId { get; private set; }

    /// <summary>State the person lives in, as two letters; the licence it takes to lend there.</summary>
    public string? State { get; private set; }

    /// <summary>IANA time zone of the person: typed, or that of the state.</summary>
    public string? TimeZone { get; private set; }

    /// <summary>Language the person likes to be spoken to in, such as "Spanish". Serves to route to who speaks it, never to score.</summary>
    public string? Language { get; private set; }

    /// <summary>How the person likes to be reached.</summary>
    public ConsentChannel? PreferredChannel { get; private set; }

    /// <summary>Where we know the person from.</summary>
    public string? Source { get; private set; }

    /// <summary>Since when the person is not to be called (47 CFR 64.1200(d)); null when they may be.</summary>
    public DateTimeOffset? DoNotCallSince { get; private set; }

    /// <summary>When somebody last spoke or wrote with the person.</summary>
    public DateTimeOffset? LastTouchAt { get; private set; }

    /// <summary>Member who looks after the person.</summary>
    public Guid? OwnerId { get; set; }

    /// <inheritdoc />
    public string RecordName => Name;

    /// <summary>First and last name.</summary>
    public string Name => $"{FirstName} {LastName}".Trim();

    IEnumerable<string?> ISearchable.SearchNames => [FirstName, LastName, Email, PhoneKey];

    IEnumerable<string?> ISearchable.SearchDetails => [];

    /// <summary>Sets how the person is reached; refuses what cannot be an address or a number.</summary>
    public Outcome ReachBy(string? email, string? phone)
    {
        email = string.IsNullOrWhiteSpace(email) ? null : email.Trim();
        phone = string.IsNullOrWhiteSpace(phone) ? null : phone.Trim();
        if (email is not null && !EmailAddress.IsValid(email)) return Refusal.Invalid(nameof(Email), $"“{email}” is not an e-mail address.");
        if (phone is not null && !PhoneNumber.IsValid(phone)) return Refusal.Invalid(nameof(Phone), $"“{phone}” is not a phone number with area code.");

        (Email, EmailKey) = (email, email is null ? null : EmailAddress.Normalize(email));
        (Phone, PhoneKey) = (phone, phone is null ? null : PhoneNumber.Digits(phone));
        return Outcome.Done;
    }
}
