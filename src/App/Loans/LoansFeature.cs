using CrmStudio.App.Integrations.Imports;
using CrmStudio.App.Loans.Clocks;
using CrmStudio.App.Loans.Import;
using CrmStudio.App.Loans.Papers;
using CrmStudio.App.Loans.Search;
using CrmStudio.App.Pipelines;
using CrmStudio.App.Shell;
using CrmStudio.App.Shell.Search;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Files;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Domain.Loans.Updates;

namespace CrmStudio.App.Loans;

/// <summary>The front door of the Loans room.</summary>
public static class LoansFeature
{
    public static IServiceCollection AddLoans(this IServiceCollection services)
    {
        services.AddSingleton(new NavEntry(10, "Pipeline", LoanUrls.Board, "board", LoanPermissions.Read, Go: "p"));
        services.AddSingleton(new NavEntry(11, "Closings and locks", LoanUrls.Dates, "cal", LoanPermissions.Read, Go: "d"));
        services.AddSingleton(new NavEntry(12, "What changed", LoanUrls.Changes, "undo", LoanPermissions.Read, Go: "w"));
        services.AddSingleton(new NavEntry(91, "Monthly goals", LoanUrls.Goals, "target", LoanPermissions.SetGoals, NavEntry.Foot));
        services.AddSingleton(new PipelineTab(20, "Monthly goals", LoanUrls.Goals, LoanPermissions.SetGoals));
        services.AddSingleton(new PipelineTab(30, "Status updates", LoanUrls.Updates, UpdatePermissions.Word));
        services.AddSingleton(new PipelineTab(40, "Commission plans", LoanUrls.CommissionPlans, CommissionPermissions.Plan));
        services.AddSingleton(new NavEntry(14, "Overrides", LoanUrls.Overrides, "shield", CompliancePermissions.DecideOverrides, Go: "v"));
        foreach (var entry in LoanKeys.Entries) services.AddSingleton(entry);
        foreach (var note in LoanKeys.Notes) services.AddSingleton(note);
        services.AddScoped<IFindRecords, LoanFinder>().AddScoped<IFindRecords, ContactFinder>();
        services.AddScoped<IUseStages, LoansInStages>();
        services.AddScoped<LoanClocks>().AddScoped<LoanGates>();
        foreach (var fact in LoanFact.All.Values) services.AddSingleton(new RequirableFact(fact.Name, fact.Label));
        services.AddSingleton<IImportKind, LoanImportKind>();
        services.AddSingleton(new NavEntry(13, "Documents", PaperUrls.Desk, "doc", PaperPermissions.Read, Go: "f"));
        services.AddSingleton(new NavEntry(92, "Usual documents", PaperUrls.Usual, "doc", PaperPermissions.Templates, NavEntry.Foot));
        services.AddScoped<PaperDesk>().AddScoped<ConditionDesk>().AddScoped<BorrowerDoor>();
        services.AddSingleton(new PaperLimits()).AddSingleton(FileLimits.Default);
        return services;
    }
}
