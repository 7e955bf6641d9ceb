using CrmStudio.App.Contacts;
using CrmStudio.App.Contacts.Tasks;
using CrmStudio.App.Contacts.Duplicates;
using CrmStudio.App.Shell;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Merging;

namespace CrmStudio.App.Leads;

/// <summary>The front door of the Leads room.</summary>
public static class LeadsFeature
{
    public static IServiceCollection AddLeads(this IServiceCollection services)
    {
        services.AddScoped<IShowContacts, LeadsShowContacts>().AddScoped<ITaskSubjects, LeadSubjects>();
        services.AddScoped<IMergeRule, LeadMergeRule>().AddScoped<IFollowMerges, LeadsFollowMerges>();
        services.AddSingleton(new NavEntry(97, "Lead scores", LeadUrls.Scores, "target", LeadPermissions.JudgeScores, NavEntry.Settings, About: "Whether scores can be believed: what they said beside what came, and what they weigh"));
        return services;
    }
}
