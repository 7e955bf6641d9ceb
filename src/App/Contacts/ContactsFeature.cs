using CrmStudio.App.Contacts.Duplicates;
using CrmStudio.App.Shell;
using CrmStudio.App.Access.Api;
using CrmStudio.App.Contacts.Import;
using CrmStudio.App.Integrations.Imports;
using CrmStudio.App.Shell.Palette;
using CrmStudio.App.Contacts.Search;
using CrmStudio.App.Shell.Search;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts;

/// <summary>The front door of the Contacts room.</summary>
public static class ContactsFeature
{
    public static IServiceCollection AddContacts(this IServiceCollection services)
    {
        services.AddScoped<ContactSight>();
        services.AddScoped<MergeSight>().AddScoped<MergeWork>();
        services.AddSingleton(new NavEntry(31, "Duplicates", DuplicateUrls.Pairs, "swap", ContactPermissions.Merge));
        services.AddSingleton(new ApiScope(ContactPermissions.Read, "Read people and companies")).AddSingleton(new ApiScope(ContactPermissions.Edit, "Enter and change people and companies"));
        services.AddSingleton<IImportKind, ContactImportKind>().AddSingleton<IImportKind, CompanyImportKind>();
        services.AddSingleton(new PaletteEntry(22, "Import people", "upload", ContactPermissions.Import) { Href = ContactUrls.ImportPeople, Words = "csv file upload contacts" });
        services.AddSingleton(new PaletteEntry(23, "Import companies", "upload", ContactPermissions.Import) { Href = ContactUrls.ImportCompanies, Words = "csv file upload" });
        services.AddScoped<ITellOfContacts, ContactsTellOfContacts>();
        services.AddScoped<IFindRecords, ContactFinder>().AddScoped<IFindRecords, CompanyFinder>();
        services.AddSingleton(new NavEntry(16, "People", ContactUrls.People, "person", ContactPermissions.Read, Go: "c"));
        services.AddSingleton(new NavEntry(17, "Companies", ContactUrls.Companies, "house", ContactPermissions.Read, Go: "y"));
        services.AddSingleton(new NavEntry(98, "Fields", ContactUrls.Fields, "rows", ContactPermissions.SetFields, NavEntry.Settings, About: "Fields of your own on people, companies and leads"));
        services.AddSingleton(new NavEntry(99, "Tags", ContactUrls.Tags, "tag", ContactPermissions.SetFields, NavEntry.Settings, About: "Rename, merge and remove the tags on people and companies"));
        foreach (var entry in ContactKeys.Entries) services.AddSingleton(entry);
        foreach (var note in ContactKeys.Notes) services.AddSingleton(note);
        return services;
    }
}
