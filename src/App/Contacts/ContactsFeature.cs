using CrmStudio.App.Contacts.Duplicates;
using CrmStudio.App.Shell;
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
        return services;
    }
}
