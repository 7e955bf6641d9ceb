using CrmStudio.App.Contacts.Duplicates;
using CrmStudio.App.Shell;
using CrmStudio.App.Access.Api;
using CrmStudio.App.Contacts.Import;
using CrmStudio.App.Integrations.Imports;
using CrmStudio.App.Shell.Palette;
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
        return services;
    }
}
