using CrmStudio.App.Shell;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts;

/// <summary>The front door of the Contacts room.</summary>
public static class ContactsFeature
{
    public static IServiceCollection AddContacts(this IServiceCollection services)
    {
        services.AddScoped<ContactSight>();
        services.AddSingleton(new NavEntry(8, "People", ContactUrls.People, "person", ContactPermissions.Read, Go: "c"));
        return services;
    }
}
