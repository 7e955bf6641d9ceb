using CrmStudio.App.Shell.Drafts.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Shell.Drafts.Jobs;

/// <summary>Forgets drafts nobody came back to.</summary>
[DisallowConcurrentExecution]
public sealed class ForgetOldDraftsJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sweep.EachOrganizationAsync<ForgetOldDrafts>((forget, ct) => forget.RunAsync(ct), cancellationToken);
}
