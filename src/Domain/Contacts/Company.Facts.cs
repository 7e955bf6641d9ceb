using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

public sealed partial class Company
{
    /// <summary>Everything that is known of the company.</summary>
    public CompanyFacts Facts() => new(Name, Kind, Domain, Phone, Email, Street, City, State, Zip, LicenceNumber, LicenceState, LicenceExpiresOn, Rating, RatingCount, Website, LinkedIn, Facebook, Instagram);

    /// <summary>Writes what is known; refuses, field by field, what cannot be.</summary>
    public Outcome Know(CompanyFacts typed)
    {
        var facts = typed.Trimmed();
        if (facts.Refuse() is { } refusal) return refusal;

        (Name, NameKey, Kind, Domain) = (facts.Name!, KeyOf(facts.Name!), facts.Kind, facts.Domain?.ToLowerInvariant());
        (Phone, PhoneKey) = (facts.Phone, facts.Phone is null ? null : PhoneNumber.Digits(facts.Phone));
        (Email, EmailKey) = (facts.Email, facts.Email is null ? null : EmailAddress.Normalize(facts.Email));
        (Street, City, State, Zip) = (facts.Street, facts.City, facts.State?.ToUpperInvariant(), facts.Zip);
        (LicenceNumber, LicenceState, LicenceExpiresOn) = (facts.LicenceNumber, facts.LicenceState?.ToUpperInvariant(), facts.LicenceExpiresOn);
        (Rating, RatingCount) = (facts.Rating, facts.RatingCount);
        (Website, LinkedIn, Facebook, Instagram) = (facts.Website, facts.LinkedIn, facts.Facebook, facts.Instagram);
        return Outcome.Done;
    }
}
