using CrmStudio.App.Contacts;
using CrmStudio.App.Contacts.Duplicates;
using CrmStudio.Infrastructure.Platform.Merging;

namespace CrmStudio.App.Leads;

/// <summary>The front door of the Leads room.</summary>
public static class LeadsFeature
{
    public static IServiceCollection AddLeads(this IServiceCollection services)
    {
        services.AddScoped<IShowContacts, LeadsShowContacts>();
        services.AddScoped<IMergeRule, LeadMergeRule>().AddScoped<IFollowMerges, LeadsFollowMerges>();
        return services;
    }
}
