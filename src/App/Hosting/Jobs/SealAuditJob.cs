using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Hosting.Jobs;

/// <summary>Seals what was written to the audit trail since the last time.</summary>
[DisallowConcurrentExecution]
public sealed class SealAuditJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sweep.EachOrganizationAsync<AuditSealer>((sealer, ct) => sealer.SealAsync(ct), cancellationToken);
}
