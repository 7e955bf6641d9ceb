using CrmStudio.App.Access.Api;
using CrmStudio.App.Contacts;
using CrmStudio.App.Integrations.Imports;
using CrmStudio.App.Leads.Forms;
using CrmStudio.App.Leads.Forms.Jobs;
using CrmStudio.App.Leads.Import;
using CrmStudio.App.Shell;
using CrmStudio.App.Shell.Palette;
using CrmStudio.Domain.Leads;

namespace CrmStudio.App.Leads;

/// <summary>The front door of the Leads room.</summary>
public static class LeadsFeature
{
    public static IServiceCollection AddLeads(this IServiceCollection services)
    {
        services.AddScoped<IShowContacts, LeadsShowContacts>();
        services.AddSingleton<CaptureBell>().AddSingleton<FillClock>().AddScoped<FormDoor>().AddScoped<LeadFormActs>();
        services.AddHostedService<CaptureWorker>();
        services.AddSingleton(new NavEntry(60, "Lead forms", FormUrls.Settings, "globe", LeadPermissions.Capture, NavEntry.Settings, About: "Forms of your websites that bring leads in"));
        services.AddSingleton(new ApiScope(LeadPermissions.Read, "Read leads")).AddSingleton(new ApiScope(LeadPermissions.SeeAmounts, "Read amounts of leads")).AddSingleton(new ApiScope(LeadPermissions.Work, "Enter and change leads"));
        services.AddSingleton<IImportKind, LeadImportKind>();
        services.AddSingleton(new PaletteEntry(21, "Import leads", "upload", LeadPermissions.Import) { Href = LeadUrls.Import, Words = "csv file upload" });
        services.AddSingleton(new NavEntry(97, "Lead scores", LeadUrls.Scores, "target", LeadPermissions.JudgeScores, NavEntry.Settings, About: "Whether scores can be believed: what they said beside what came, and what they weigh"));
        return services;
    }
}
