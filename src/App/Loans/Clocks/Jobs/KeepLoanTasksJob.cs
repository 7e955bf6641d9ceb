using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Loans.Clocks.Jobs;

/// <summary>Keeps the tasks of loans and reminds of them.</summary>
[DisallowConcurrentExecution]
public sealed class KeepLoanTasksJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sweep.EachOrganizationAsync<KeepLoanTasks>((keep, ct) => keep.RunAsync(ct), cancellationToken);
}
