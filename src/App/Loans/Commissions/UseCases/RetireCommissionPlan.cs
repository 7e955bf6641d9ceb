using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Commissions.UseCases;

/// <summary>Puts a plan aside. Who was paid by it is paid by the usual plan from then on.</summary>
public sealed class RetireCommissionPlan(CrmWork work)
{
    public sealed record Input(Guid PlanId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.commissions.retire-plan", CommissionPermissions.Plan, ct);
        if (unit.Refused is { } refused) return refused;

        var plan = await unit.Db.CommissionPlans.SingleOrDefaultAsync(p => p.Id == input.PlanId && p.RetiredAt == null, ct);
        if (plan is null) return Refusal.NotFound;
        plan.Retire(unit.At);
        unit.Db.CommissionAssignments.RemoveRange(await unit.Db.CommissionAssignments.Where(assignment => assignment.PlanId == plan.Id).ToListAsync(ct));

        var summary = $"Put the commission plan {plan.Name} aside";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
