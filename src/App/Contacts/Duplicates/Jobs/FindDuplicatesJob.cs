using CrmStudio.App.Contacts.Duplicates.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Contacts.Duplicates.Jobs;

/// <summary>Looks for duplicates in each organization.</summary>
[DisallowConcurrentExecution]
public sealed class FindDuplicatesJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sweep.EachOrganizationAsync<FindDuplicates>((find, ct) => find.RunAsync(new(IsNightly: true), ct), cancellationToken);
}
