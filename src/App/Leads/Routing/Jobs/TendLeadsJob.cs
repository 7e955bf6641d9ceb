using CrmStudio.App.Leads.Routing.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Leads.Routing.Jobs;

/// <summary>Sends leads on that nobody claimed, and chases those nobody answers.</summary>
[DisallowConcurrentExecution]
public sealed class TendLeadsJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await sweep.EachOrganizationAsync<ReleaseUnclaimedLeads>((release, ct) => release.RunAsync(ct), cancellationToken);
        await sweep.EachOrganizationAsync<ChaseSilentLeads>((chase, ct) => chase.RunAsync(ct), cancellationToken);
    }
}
