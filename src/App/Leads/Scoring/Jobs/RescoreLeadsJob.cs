using CrmStudio.App.Leads.Scoring.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Quartz;

namespace CrmStudio.App.Leads.Scoring.Jobs;

/// <summary>Scores the open leads of each organization anew, in its night.</summary>
[DisallowConcurrentExecution]
public sealed class RescoreLeadsJob(OrganizationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sweep.EachOrganizationAsync<RescoreLeads>((rescore, ct) => rescore.RunAsync(new(IsNightly: true), ct), cancellationToken);
}
