using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Takes a condition away that was written down by mistake. One that went on its way is waived instead.</summary>
public sealed class RemoveCondition(ConditionDesk desk)
{
    public sealed record Input(Guid ConditionId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var open = await desk.OpenAsync("loans.conditions.remove", PaperPermissions.Conditions, input.ConditionId, ct);
        if (open.Refused is { } refused) return refused;
        if (open.Condition.Status != ConditionStatus.Open) return PaperRefusals.ConditionWentOn;

        var db = open.Unit.Db;
        db.LoanConditionDocuments.RemoveRange(await db.LoanConditionDocuments.Where(link => link.ConditionId == open.Condition.Id).ToListAsync(ct));
        db.LoanConditions.Remove(open.Condition);
        return await open.SaveAsync($"Removed condition {open.Condition.Number} of {open.Loan.BorrowerName}", ct);
    }
}
