using CrmStudio.App.Loans.Papers.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Loans.Papers.Jobs;

/// <summary>Lets documents expire, plans reminders, and forgets uploads that were given up.</summary>
[DisallowConcurrentExecution]
public sealed class TendPapersJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await sweep.EachOrganizationAsync<ExpireDocuments>((documents, ct) => documents.RunAsync(ct), cancellationToken);
        await sweep.EachOrganizationAsync<PlanReminders>((reminders, ct) => reminders.RunAsync(ct), cancellationToken);
        await sweep.EachOrganizationAsync<SweepUploads>((uploads, ct) => uploads.RunAsync(ct), cancellationToken);
    }
}
