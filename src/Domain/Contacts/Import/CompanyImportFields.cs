using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;

namespace CrmStudio.Domain.Contacts.Import;

/// <summary>What people and other systems call the fields of a company.</summary>
public static class CompanyImportFields
{
    internal const string Name = "Name", Kind = "Kind", Domain = "Domain", Phone = "Phone", Email = "Email", Street = "Street", City = "City", State = "State", Zip = "Zip", Licence = "LicenceNumber", LicenceState = "LicenceState", Website = "Website";

    /// <summary>The field whose text is the key of a row.</summary>
    public const string KeyField = Name;

    /// <summary>All of them, in the order the wizard offers them.</summary>
    public static ImportFields All { get; } = new(
        [
            new(Name, "Company", "company name|name|account|account name|organization|organisation|business|business name|brokerage", "Harbor Realty"),
            new(Kind, "Kind", "company type|type|industry|category", "Brokerage"),
            new(Domain, "Domain", "company domain|web domain|email domain|domain name", "harbor.example"),
            new(Phone, "Phone", "phone number|telephone|main phone|office phone|tel", "(207) 555-0100"),
            new(Email, "E-mail", "email|email address|office email|mail", null),
            new(Street, "Street", "address|street address|address 1|address line 1", null),
            new(City, "City", "town", null),
            new(State, "State", "st|state code", "ME"),
            new(Zip, "ZIP", "zip code|zipcode|postal code|postcode", null),
            new(Licence, "License number", "licence number|license|licence|license no|nmls|nmls id", null),
            new(LicenceState, "License state", "licence state|licensed in", null),
            new(Website, "Website", "url|web site|web address|homepage|site", null),
        ],
        [new([Name], new Refusal("company-import.no-name", "No column is mapped to “Company”. A company needs a name, and is known again by it."))]);
}
