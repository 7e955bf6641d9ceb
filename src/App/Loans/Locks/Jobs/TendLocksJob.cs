using CrmStudio.App.Loans.Locks.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Loans.Locks.Jobs;

/// <summary>Says which locks ran out, and tells of those that will.</summary>
[DisallowConcurrentExecution]
public sealed class TendLocksJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await sweep.EachOrganizationAsync<ExpireLocks>((expire, ct) => expire.RunAsync(ct), cancellationToken);
        await sweep.EachOrganizationAsync<AlertExpiringLocks>((alert, ct) => alert.RunAsync(ct), cancellationToken);
    }
}
