namespace CrmStudio.App.Contacts;

/// <summary>The front door of the Contacts room.</summary>
public static class ContactsFeature
{
    public static IServiceCollection AddContacts(this IServiceCollection services)
    {
        services.AddScoped<ContactSight>();
        return services;
    }
}
