using CrmStudio.App.Contacts;

namespace CrmStudio.App.Leads;

/// <summary>The front door of the Leads room.</summary>
public static class LeadsFeature
{
    public static IServiceCollection AddLeads(this IServiceCollection services)
    {
        services.AddScoped<IShowContacts, LeadsShowContacts>().AddScoped<ITellOfContacts, LeadsTellOfContacts>().AddScoped<IFollowContacts, LeadsFollowContacts>();
        return services;
    }
}
