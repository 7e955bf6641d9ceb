using CrmStudio.App.Access.Api;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts;

/// <summary>The front door of the Contacts room.</summary>
public static class ContactsFeature
{
    public static IServiceCollection AddContacts(this IServiceCollection services)
    {
        services.AddScoped<ContactSight>();
        services.AddSingleton(new ApiScope(ContactPermissions.Read, "Read people and companies")).AddSingleton(new ApiScope(ContactPermissions.Edit, "Enter and change people and companies"));
        return services;
    }
}
