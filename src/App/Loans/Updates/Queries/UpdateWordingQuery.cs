using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Updates.Queries;

/// <summary>How the organization words its updates, and whether it sends any.</summary>
public sealed class UpdateWordingQuery(CrmWork work)
{
    public async Task<Outcome<UpdateWordings>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.updates.wording", UpdatePermissions.Word, ct);
        if (unit.Refused is { } refused) return refused;

        var policy = await unit.Db.UpdatePolicies.AsNoTracking().SingleOrDefaultAsync(ct);
        var own = await unit.Db.UpdateTemplates.AsNoTracking().ToListAsync(ct);
        var stages = await unit.Db.PipelineStages.AsNoTracking().Where(stage => unit.Db.Pipelines.Any(pipeline => pipeline.Id == stage.PipelineId && pipeline.Kind == PipelineKind.Loan))
            .OrderBy(stage => stage.Position).Select(stage => new { stage.Milestone, stage.Name }).ToListAsync(ct);
        return new UpdateWordings(policy?.IsOn is true, policy?.WaitSeconds ?? UpdatePolicy.UsualWait,
            [.. from milestone in UpdateWording.Milestones from audience in Enum.GetValues<UpdateAudience>() select new UpdateWordingLine(
                milestone, audience, stages.FirstOrDefault(stage => stage.Milestone == milestone)?.Name ?? $"{milestone}", UpdateWording.Of(milestone, audience, own))]);
    }
}

/// <summary>Updates under edit.</summary>
public sealed record UpdateWordings(bool IsOn, int WaitSeconds, IReadOnlyList<UpdateWordingLine> Lines);

/// <summary>The update of a milestone for one audience; the stage is the organization's name for the milestone.</summary>
public sealed record UpdateWordingLine(Milestone Milestone, UpdateAudience Audience, string Stage, UpdateWording Wording);
