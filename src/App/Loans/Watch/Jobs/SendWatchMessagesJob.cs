using CrmStudio.App.Loans.Watch.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Loans.Watch.Jobs;

/// <summary>Sends messages about refinancing that were reviewed and whose wait is over.</summary>
[DisallowConcurrentExecution]
public sealed class SendWatchMessagesJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sweep.EachOrganizationAsync<SendDueWatchMessages>((send, ct) => send.RunAsync(ct), cancellationToken);
}
