using CrmStudio.App.Shell;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.App.Pipelines;

/// <summary>The front door of the Pipelines room.</summary>
public static class PipelinesFeature
{
    public const string Settings = "/settings/pipeline";

    public static IServiceCollection AddPipelines(this IServiceCollection services) => services
        .AddSingleton(new NavEntry(90, "Pipeline stages", Settings, "board", PipelinePermissions.Edit, NavEntry.Settings, Go: "s", About: "The columns of the board, what each asks for, and when a loan there is called stale"));
}
