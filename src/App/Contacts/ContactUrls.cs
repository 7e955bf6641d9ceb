using CrmStudio.App.Contacts.Views;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts;

/// <summary>Addresses of this room's pages.</summary>
public static class ContactUrls
{
    public const string People = "/contacts";

    public const string NewPerson = "/contacts/new";

    public const string Csv = "/contacts/people.csv";

    public const string Companies = "/companies";

    public const string NewCompany = "/companies/new";

    public const string ImportPeople = "/contacts/import";

    public const string ImportCompanies = "/companies/import";

    public const string Fields = "/settings/fields";

    public const string Tags = "/settings/tags";

    public static string For(Guid contactId) => $"/contacts/{contactId}";

    public static string ForCompany(Guid companyId) => $"/companies/{companyId}";

    /// <summary>The list of a view.</summary>
    public static string PeopleOf(PeopleView view, Guid? saved = null, Guid? peek = null) => With(People, view.ToQuery(), saved is null ? "" : $"view={saved}", peek is null ? "" : $"peek={peek}");

    /// <summary>The file of a view.</summary>
    public static string CsvOf(PeopleView view) => With(Csv, view.ToQuery());

    /// <summary>The companies that are looked for.</summary>
    public static string CompaniesOf(string? text, CompanyKind? kind) => With(Companies, string.IsNullOrWhiteSpace(text) ? "" : $"q={Uri.EscapeDataString(text.Trim())}", kind is null ? "" : $"kind={kind.ToString()!.ToLowerInvariant()}");

    /// <summary>Everybody with a tag.</summary>
    public static string PeopleWith(Guid tagId) => PeopleOf(new([new(PeopleField.Tag, false, tagId.ToString())]));

    private static string With(string path, params string[] parts) => string.Join('?', new[] { path, string.Join('&', parts.Where(part => part.Length > 0)) }.Where(part => part.Length > 0));
}
