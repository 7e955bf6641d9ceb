using CrmStudio.App.Integrations.Imports;
using CrmStudio.App.Integrations.Imports.Jobs;
using CrmStudio.App.Shell.Undo;

namespace CrmStudio.App.Integrations;

/// <summary>The front door of the Integrations room.</summary>
public static class IntegrationsFeature
{
    public static IServiceCollection AddIntegrations(this IServiceCollection services)
    {
        services.AddSingleton<ImportKinds>().AddSingleton<ImportBell>();
        services.AddScoped<IUndoSource, ImportActs>();
        services.AddHostedService<ImportWorker>();
        return services;
    }
}
