using CrmStudio.App.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans;

/// <summary>Says which stages hold loans, or once did; goals go with their stage.</summary>
public sealed class LoansInStages : IUseStages
{
    public async Task<IReadOnlyDictionary<Guid, StageUse>> UseOfAsync(CrmUnit unit, Guid pipelineId, CancellationToken ct)
    {
        var db = unit.Db;
        return await db.PipelineStages.AsNoTracking().Where(stage => stage.PipelineId == pipelineId)
            .Select(stage => new
            {
                stage.Id,
                Open = db.Loans.Count(loan => loan.StageId == stage.Id && loan.EndedAt == null),
                Ever = db.Loans.Any(loan => loan.StageId == stage.Id) || db.LoanStageVisits.Any(visit => visit.StageId == stage.Id),
            })
            .ToDictionaryAsync(row => row.Id, row => new StageUse(row.Open, row.Ever), ct);
    }

    public async Task LetGoAsync(CrmUnit unit, Guid stageId, CancellationToken ct) =>
        unit.Db.StageGoals.RemoveRange(await unit.Db.StageGoals.Where(goal => goal.StageId == stageId).ToListAsync(ct));
}
