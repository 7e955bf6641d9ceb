using CrmStudio.App.Access.Api;
using CrmStudio.App.Contacts;
using CrmStudio.App.Contacts.Tasks;
using CrmStudio.App.Contacts.Duplicates;
using CrmStudio.App.Leads.Routing;
using CrmStudio.App.Shell;
using CrmStudio.Domain.Access;
using CrmStudio.App.Integrations.Imports;
using CrmStudio.App.Leads.Forms;
using CrmStudio.App.Leads.Forms.Jobs;
using CrmStudio.App.Leads.Import;
using CrmStudio.App.Shell.Palette;
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
        services.AddSingleton(new NavEntry(11, "Leads", LeadUrls.Inbox, "inbox", LeadPermissions.Read, Go: "l"));
        foreach (var entry in LeadKeys.Entries) services.AddSingleton(entry);
        foreach (var note in LeadKeys.Notes) services.AddSingleton(note);
        services.AddSingleton<CaptureBell>().AddSingleton<FillClock>().AddScoped<FormDoor>().AddScoped<LeadFormActs>();
        services.AddHostedService<CaptureWorker>();
        services.AddSingleton(new NavEntry(60, "Lead forms", FormUrls.Settings, "globe", LeadPermissions.Capture, NavEntry.Settings, About: "Forms of your websites that bring leads in"));
        services.AddSingleton(new ApiScope(LeadPermissions.Read, "Read leads")).AddSingleton(new ApiScope(LeadPermissions.SeeAmounts, "Read amounts of leads")).AddSingleton(new ApiScope(LeadPermissions.Work, "Enter and change leads"));
        services.AddSingleton<IImportKind, LeadImportKind>();
        services.AddSingleton(new PaletteEntry(21, "Import leads", "upload", LeadPermissions.Import) { Href = LeadUrls.Import, Words = "csv file upload" });
        services.AddScoped<ITellOfContacts, LeadsTellOfContacts>().AddScoped<IFollowContacts, LeadsFollowContacts>();
        services.AddSingleton(new NavEntry(97, "Lead scores", LeadUrls.Scores, "target", LeadPermissions.JudgeScores, NavEntry.Settings, About: "Whether scores can be believed: what they said beside what came, and what they weigh"));
        services.AddScoped<RoutingDesk>();
        services.AddSingleton(new NavEntry(98, "Lead routing", RoutingUrls.Rules, "swap", LeadPermissions.Route, NavEntry.Settings, About: "Who gets which leads, ponds, and how soon leads are answered"));
        services.AddSingleton(new NavEntry(98, "People who take leads", RoutingUrls.People, "people", LeadPermissions.Route, NavEntry.Settings, About: "Who takes how many leads, in which languages, and licensed in which states"));
        services.AddSingleton(new NavEntry(98, "Working hours", RoutingUrls.Hours, "clock", LeadPermissions.Route, NavEntry.Settings, About: "When the organization and each member work, and who is away"));
        services.AddSingleton(new NavEntry(15, "Working hours", RoutingUrls.Hours, "clock", AccessPermissions.OwnAccount, NavEntry.Account));
        return services;
    }
}
