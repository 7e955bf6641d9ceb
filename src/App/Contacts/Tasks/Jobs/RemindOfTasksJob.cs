using CrmStudio.App.Contacts.Tasks.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Contacts.Tasks.Jobs;

/// <summary>Reminds people of tasks whose time for it has come.</summary>
[DisallowConcurrentExecution]
public sealed class RemindOfTasksJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sweep.EachOrganizationAsync<RemindOfTasks>((remind, ct) => remind.RunAsync(ct), cancellationToken);
}
