namespace CrmStudio.App.Contacts;

/// <summary>Addresses of this room's pages.</summary>
public static class ContactUrls
{
    public const string People = "/contacts";

    public const string NewPerson = "/contacts/new";

    public const string Companies = "/companies";

    public const string NewCompany = "/companies/new";

    public const string ImportPeople = "/contacts/import";

    public const string ImportCompanies = "/companies/import";

    public static string For(Guid contactId) => $"/contacts/{contactId}";

    public static string ForCompany(Guid companyId) => $"/companies/{companyId}";
}
