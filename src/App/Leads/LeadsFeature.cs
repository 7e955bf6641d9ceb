using CrmStudio.App.Contacts;
using CrmStudio.App.Shell;
using CrmStudio.Domain.Leads;

namespace CrmStudio.App.Leads;

/// <summary>The front door of the Leads room.</summary>
public static class LeadsFeature
{
    public static IServiceCollection AddLeads(this IServiceCollection services)
    {
        services.AddScoped<IShowContacts, LeadsShowContacts>().AddScoped<ITellOfContacts, LeadsTellOfContacts>().AddScoped<IFollowContacts, LeadsFollowContacts>();
        services.AddSingleton(new NavEntry(97, "Lead scores", LeadUrls.Scores, "target", LeadPermissions.JudgeScores, NavEntry.Settings, About: "Whether scores can be believed: what they said beside what came, and what they weigh"));
        return services;
    }
}
