using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;

namespace CrmStudio.Domain.Contacts.Import;

/// <summary>What people and other systems call the fields of a person.</summary>
public static class PersonImportFields
{
    internal const string Name = "Name", FirstName = "FirstName", LastName = "LastName", Email = "Email", Phone = "Phone", Kind = "Kind", JobTitle = "JobTitle", Company = "Company", State = "State", Language = "Language", Source = "Source", Owner = "Owner";

    /// <summary>The field whose text is the key of a row; where it is empty, the phone is.</summary>
    public const string KeyField = Email;

    /// <summary>All of them, in the order the wizard offers them.</summary>
    public static ImportFields All { get; } = new(
        [
            new(FirstName, "First name", "first|given name|fname|contact first name", "Jordan"),
            new(LastName, "Last name", "last|surname|family name|lname|contact last name", "Marsh"),
            new(Name, "Name", "full name|contact|contact name|client|customer|person", null),
            new(Email, "E-mail", "email|email address|e mail address|primary email|mail|email 1", "jordan@example.com"),
            new(Phone, "Phone", "phone number|telephone|mobile|cell|cell phone|mobile phone|primary phone|tel|phone 1", "(207) 555-0134"),
            new(Kind, "Kind", "contact type|type|category|contact kind|relationship", "Client"),
            new(JobTitle, "Job title", "title|position|occupation|role", null),
            new(Company, "Company", "company name|employer|organization|organisation|account|account name|brokerage", null),
            new(State, "State", "st|home state|mailing state|state code", "ME"),
            new(Language, "Language", "preferred language|spoken language", null),
            new(Source, "Source", "contact source|lead source|origin", null),
            new(Owner, "Owner", "contact owner|assigned to|loan officer|lo|agent", null),
        ],
        [
            new([Name, LastName, FirstName], new Refusal("contact-import.no-name", "No column is mapped to “Name”, “First name” or “Last name”. A person needs a name.")),
            new([Email, Phone], new Refusal("contact-import.no-reach", "No column is mapped to “E-mail” or “Phone”. One of them is needed to know a person again.")),
        ]);
}
