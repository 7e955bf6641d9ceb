using CrmStudio.App.Loans.Updates.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Loans.Updates.Jobs;

/// <summary>Sends status updates whose wait is over.</summary>
[DisallowConcurrentExecution]
public sealed class SendUpdatesJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sweep.EachOrganizationAsync<SendDueUpdates>((send, ct) => send.RunAsync(ct), cancellationToken);
}
