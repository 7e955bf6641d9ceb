using CrmStudio.App.Loans.Papers.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Loans.Papers.Jobs;

/// <summary>Hands over the mails to borrowers that are due.</summary>
[DisallowConcurrentExecution]
public sealed class SendDueNoticesJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sweep.EachOrganizationAsync<SendDueNotices>((notices, ct) => notices.RunAsync(ct), cancellationToken);
}
