using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;

namespace CrmStudio.Domain.Leads.Import;

/// <summary>What people and other systems call the fields of a lead.</summary>
public static class LeadImportFields
{
    internal const string Name = "Name", FirstName = "FirstName", LastName = "LastName", Email = "Email", Phone = "Phone", State = "State", Language = "Language", Source = "Source", SourceDetail = "SourceDetail",
        Interest = "Interest", Timeline = "Timeline", Amount = "Amount", PropertyState = "PropertyState", Message = "Message", Assignee = "Assignee", Campaign = "UtmCampaign", ListType = "ListType", Basis = "Basis", Certificate = "Certificate";

    /// <summary>The field whose text is the key of a row; where it is empty, the phone is.</summary>
    public const string KeyField = Email;

    /// <summary>All of them, in the order the wizard offers them.</summary>
    public static ImportFields All { get; } = new(
        [
            new(FirstName, "First name", "first|given name|fname|lead first name|contact first name|borrower first name", "Jordan"),
            new(LastName, "Last name", "last|surname|family name|lname|lead last name|contact last name|borrower last name", "Marsh"),
            new(Name, "Name", "full name|lead name|lead|contact|contact name|client|customer|prospect|borrower", null),
            new(Email, "E-mail", "email|email address|e mail address|primary email|lead email|mail", "jordan@example.com"),
            new(Phone, "Phone", "phone number|telephone|mobile|cell|cell phone|mobile phone|primary phone|tel|contact number", "(207) 555-0134"),
            new(State, "Home state", "mailing state|contact state|lives in", null),
            new(Language, "Language", "preferred language|spoken language", null),
            new(Source, "Source", "lead source|origin|channel|marketing source|referral source", "Listing portal"),
            new(SourceDetail, "Source detail", "source details|sub source|source description|lead source detail|website|vendor", null),
            new(Campaign, "Campaign", "utm campaign|campaign name", null),
            new(Interest, "Interest", "loan purpose|purpose|product interest|looking for|loan type|type of loan|inquiry type", "Purchase"),
            new(Timeline, "Timeline", "time frame|timeframe|how soon|when|buying timeline", null),
            new(Amount, "Amount", "loan amount|requested amount|amount requested|desired loan amount|budget", "410000"),
            new(PropertyState, "Property state", "state|st|subject state|property st", "ME"),
            new(Message, "Message", "notes|note|comments|comment|description|remarks", null),
            new(Assignee, "Assignee", "assigned to|owner|loan officer|lo|agent|lead owner|officer", null),
            new(ListType, "List type", "lead type|data type|list|lead category|list category", null),
            new(Basis, "Basis of use", "basis|permissible purpose|permissible basis|legal basis", null),
            new(Certificate, "Certificate", "certificate number|certification|authorization id|consent certificate|firm offer id", null),
        ],
        [
            new([Name, LastName, FirstName], new Refusal("lead-import.no-name", "No column is mapped to “Name”, “First name” or “Last name”. A lead needs a name.")),
            new([Email, Phone], new Refusal("lead-import.no-reach", "No column is mapped to “E-mail” or “Phone”. One of them is needed to reach a lead and to know it again.")),
        ]);
}
