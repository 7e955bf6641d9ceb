using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Hosting.Jobs;

/// <summary>Runs reactions that are due: the safety net behind <see cref="OutboxPump"/>, and the one that retries.</summary>
[DisallowConcurrentExecution]
public sealed class DispatchOutboxJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sweep.EachOrganizationAsync<OutboxDispatcher>((dispatcher, ct) => dispatcher.DispatchAsync(ct), cancellationToken);
}
