using CrmStudio.App.Loans.Watch.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Loans.Watch.Jobs;

/// <summary>Watches the funded loans of each organization, once in its night.</summary>
[DisallowConcurrentExecution]
public sealed class WatchPastLoansJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sweep.EachOrganizationAsync<WatchPastLoans>((watch, ct) => watch.RunAsync(new(IsNightly: true), ct), cancellationToken);
}
