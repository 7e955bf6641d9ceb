using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Commissions.UseCases;

/// <summary>Says which plan holds for a colleague.</summary>
public sealed class AssignCommissionPlan(CrmWork work)
{
    /// <param name="PlanId">The plan; null for the usual one.</param>
    public sealed record Input(Guid MemberId, Guid? PlanId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.commissions.assign", CommissionPermissions.Plan, ct);
        if (unit.Refused is { } refused) return refused;

        var member = await unit.Db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == input.MemberId, ct);
        var plan = input.PlanId is { } id ? await unit.Db.CommissionPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.RetiredAt == null, ct) : null;
        if (member is null || (input.PlanId is not null && plan is null)) return Refusal.NotFound;
        var assignment = await unit.Db.CommissionAssignments.SingleOrDefaultAsync(a => a.MemberId == member.Id, ct);
        if (plan is null && assignment is not null) unit.Db.CommissionAssignments.Remove(assignment);
        else if (plan is not null && assignment is null) unit.Db.CommissionAssignments.Add(new CommissionAssignment(member.Id, plan.Id));
        else if (plan is not null) assignment!.ChangeTo(plan.Id);
        if (!unit.Db.ChangeTracker.HasChanges()) return new Changed("", null);

        var summary = plan is null ? $"{member.Name} is paid by the usual plan" : $"{member.Name} is paid by {plan.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
