using CrmStudio.App.Shell.Search.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Shell.Search.Jobs;

/// <summary>Fills search indexes that are missing.</summary>
[DisallowConcurrentExecution]
public sealed class FillSearchIndexJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sweep.EachOrganizationAsync<FillSearchIndex>((fill, ct) => fill.RunAsync(ct), cancellationToken);
}
