using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Hosting.Jobs;

/// <summary>Looks through the whole audit trail for entries the frequent job does not see: their save took long.</summary>
[DisallowConcurrentExecution]
public sealed class SealLateAuditJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sweep.EachOrganizationAsync<AuditSealer>((sealer, ct) => sealer.SealAllAsync(ct), cancellationToken);
}
