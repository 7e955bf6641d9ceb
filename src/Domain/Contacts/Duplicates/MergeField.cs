namespace CrmStudio.Domain.Contacts.Duplicates;

/// <summary>One thing two records may say differently, as people pick it when they merge.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Properties">The properties that go together: an e-mail address and where it arrives.</param>
public sealed record MergeField(string Name, string Label, params string[] Properties)
{
    /// <summary>What can be picked of people.</summary>
    public static IReadOnlyList<MergeField> OfPeople { get; } =
    [
        new("name", "Name", nameof(Contact.FirstName), nameof(Contact.LastName)),
        new("email", "E-mail", nameof(Contact.Email), nameof(Contact.EmailKey), nameof(Contact.EmailLabel)),
        new("phone", "Phone", nameof(Contact.Phone), nameof(Contact.PhoneKey), nameof(Contact.PhoneLabel)),
        new("kind", "Kind", nameof(Contact.Kind)),
        new("owner", "Looked after by", nameof(Contact.OwnerId)),
        new("company", "Company", nameof(Contact.CompanyId)),
        new("job", "Job title", nameof(Contact.JobTitle)),
        new("household", "Household", nameof(Contact.HouseholdId)),
        new("state", "State", nameof(Contact.State), nameof(Contact.TimeZone)),
        new("language", "Language", nameof(Contact.Language)),
        new("channel", "Likes to be reached by", nameof(Contact.PreferredChannel)),
        new("source", "Source", nameof(Contact.Source)),
    ];

    /// <summary>What can be picked of companies.</summary>
    public static IReadOnlyList<MergeField> OfCompanies { get; } =
    [
        new("name", "Name", nameof(Company.Name), nameof(Company.NameKey)),
        new("kind", "Kind", nameof(Company.Kind)),
        new("domain", "Domain", nameof(Company.Domain)),
        new("phone", "Phone", nameof(Company.Phone), nameof(Company.PhoneKey)),
        new("email", "E-mail", nameof(Company.Email), nameof(Company.EmailKey)),
        new("owner", "Looked after by", nameof(Company.OwnerId)),
        new("address", "Address", nameof(Company.Street), nameof(Company.City), nameof(Company.State), nameof(Company.Zip)),
        new("licence", "Licence", nameof(Company.LicenceNumber), nameof(Company.LicenceState), nameof(Company.LicenceExpiresOn)),
        new("rating", "Reviews", nameof(Company.Rating), nameof(Company.RatingCount)),
        new("website", "Website", nameof(Company.Website)),
        new("linkedin", "LinkedIn", nameof(Company.LinkedIn)),
        new("facebook", "Facebook", nameof(Company.Facebook)),
        new("instagram", "Instagram", nameof(Company.Instagram)),
    ];

    /// <summary>What can be picked of a kind of records.</summary>
    public static IReadOnlyList<MergeField> Of(DuplicateKind kind) => kind == DuplicateKind.People ? OfPeople : OfCompanies;
}
