using CrmStudio.App.Contacts;
using CrmStudio.App.Shell;
using CrmStudio.Domain.Leads;

namespace CrmStudio.App.Leads;

/// <summary>The front door of the Leads room.</summary>
public static class LeadsFeature
{
    public static IServiceCollection AddLeads(this IServiceCollection services)
    {
        services.AddSingleton(new NavEntry(11, "Leads", LeadUrls.Inbox, "inbox", LeadPermissions.Read, Go: "l"));
        foreach (var entry in LeadKeys.Entries) services.AddSingleton(entry);
        foreach (var note in LeadKeys.Notes) services.AddSingleton(note);
        services.AddScoped<IShowContacts, LeadsShowContacts>();
        services.AddSingleton(new NavEntry(97, "Lead scores", LeadUrls.Scores, "target", LeadPermissions.JudgeScores, NavEntry.Settings, About: "Whether scores can be believed: what they said beside what came, and what they weigh"));
        return services;
    }
}
