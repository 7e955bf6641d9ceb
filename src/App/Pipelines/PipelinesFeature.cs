using CrmStudio.App.Shell;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.App.Pipelines;

/// <summary>The front door of the Pipelines room.</summary>
public static class PipelinesFeature
{
    public const string Settings = "/settings/pipeline";

    public static IServiceCollection AddPipelines(this IServiceCollection services) => services
        .AddSingleton(new NavEntry(90, "Pipeline stages", Settings, "sliders", PipelinePermissions.Edit, NavEntry.Foot, Go: "s"))
        .AddSingleton(new PipelineTab(10, "Stages", Settings, PipelinePermissions.Edit));
}
