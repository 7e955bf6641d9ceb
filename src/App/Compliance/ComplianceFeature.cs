using CrmStudio.App.Shell;
using CrmStudio.Domain.Compliance;

namespace CrmStudio.App.Compliance;

/// <summary>The front door of the Compliance room.</summary>
public static class ComplianceFeature
{
    public static IServiceCollection AddCompliance(this IServiceCollection services) => services
        .AddSingleton<LenderRules>()
        .AddSingleton(new NavEntry(91, "Office calendar", ComplianceUrls.Office, "cal", CompliancePermissions.EditCalendar, NavEntry.Settings, Go: "o", About: "When the offices are open: the business days the regulatory clocks count"));
}
