using CrmStudio.App.Contacts;
using CrmStudio.App.Contacts.Tasks;
using CrmStudio.App.Contacts.Duplicates;
using CrmStudio.App.Integrations.Imports;
using CrmStudio.App.Leads;
using CrmStudio.App.Loans.Clocks;
using CrmStudio.App.Loans.Feeds;
using CrmStudio.App.Loans.Import;
using CrmStudio.App.Loans.Locks;
using CrmStudio.App.Loans.Mismo;
using CrmStudio.App.Loans.Papers;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Search;
using CrmStudio.App.Loans.Watch;
using CrmStudio.App.Pipelines;
using CrmStudio.App.Shell;
using CrmStudio.App.Shell.Search;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Loans.Mismo;
using CrmStudio.Infrastructure.Platform.Files;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Loans.Watch;

namespace CrmStudio.App.Loans;

/// <summary>The front door of the Loans room.</summary>
public static class LoansFeature
{
    public static IServiceCollection AddLoans(this IServiceCollection services)
    {
        services.AddSingleton(new NavEntry(10, "Pipeline", LoanUrls.Board, "board", LoanPermissions.Read, Go: "p"));
        services.AddSingleton(new NavEntry(11, "Closings and locks", LoanUrls.Dates, "cal", LoanPermissions.Read, Go: "d", Short: "Calendar"));
        services.AddSingleton(new NavEntry(12, "What changed", LoanUrls.Changes, "undo", LoanPermissions.Read, Go: "w"));
        services.AddSingleton(new NavEntry(92, "Monthly goals", LoanUrls.Goals, "target", LoanPermissions.SetGoals, NavEntry.Settings, About: "What a month should bring into each stage, for the organization, a team or an officer"));
        services.AddSingleton(new NavEntry(94, "Status updates", LoanUrls.Updates, "mail", UpdatePermissions.Word, NavEntry.Settings, About: "What borrowers and agents are told when a loan reaches a stage, and how long a mail waits"));
        services.AddSingleton(new NavEntry(96, "Commission plans", LoanUrls.CommissionPlans, "tag", CommissionPermissions.Plan, NavEntry.Settings, About: "How a funded loan pays its officer, the company and who referred it"));
        services.AddSingleton(new NavEntry(14, "Overrides", LoanUrls.Overrides, "shield", CompliancePermissions.DecideOverrides, Go: "v"));
        services.AddSingleton(new NavEntry(15, "Past clients", LoanUrls.Past, "people", WatchPermissions.Read, Go: "h"));
        services.AddSingleton(new NavEntry(95, "Market rates", LoanUrls.Rates, "scale", WatchPermissions.Set, NavEntry.Settings, About: "Today’s rates by product, and what a refinance is assumed to cost"));
        services.AddScoped<WatchDesk>();
        services.AddSingleton(new NavEntry(20, "Calendar feeds", FeedUrls.Page, "cal", LoanPermissions.Read, NavEntry.Account));
        services.AddSingleton(new NavEntry(15, "Lock desk", LockUrls.Desk, "lock", LockPermissions.Desk, Go: "k"));
        services.AddSingleton(new NavEntry(95, "Rate locks", LockUrls.Rules, "lock", LockPermissions.Policy, NavEntry.Settings, About: "Spans and prices of locks, extensions and relocks, and when people are told that a lock runs out"));
        foreach (var entry in LoanKeys.Entries) services.AddSingleton(entry);
        foreach (var note in LoanKeys.Notes) services.AddSingleton(note);
        services.AddScoped<IFindRecords, LoanFinder>();
        services.AddScoped<IUseStages, LoansInStages>();
        services.AddScoped<LoanReads>();
        services.AddScoped<IShowContacts, LoansShowContacts>().AddScoped<ITaskSubjects, LoanSubjects>().AddScoped<IFollowMerges, LoansFollowMerges>();
        services.AddScoped<ITellOfContacts, LoansTellOfContacts>().AddScoped<IConvertLeads, LeadsBecomeLoans>();
        services.AddScoped<LoanClocks>().AddScoped<LoanGates>().AddScoped<LockDesk>().AddScoped<LoanDates>().AddScoped<FeedDoor>();
        foreach (var fact in LoanFact.All.Values) services.AddSingleton(new RequirableFact(fact.Name, fact.Label));
        services.AddSingleton<IImportKind, LoanImportKind>();
        services.AddSingleton(new NavEntry(13, "Documents", PaperUrls.Desk, "doc", PaperPermissions.Read, Go: "f"));
        services.AddSingleton(new NavEntry(93, "Usual documents", PaperUrls.Usual, "doc", PaperPermissions.Templates, NavEntry.Settings, About: "What is asked of a borrower, by product, purpose and occupancy"));
        services.AddSingleton<MismoReader>().AddScoped<MismoStore>();
        services.AddScoped<PaperDesk>().AddScoped<ConditionDesk>().AddScoped<BorrowerDoor>();
        services.AddSingleton(new PaperLimits()).AddSingleton(FileLimits.Default);
        return services;
    }
}
