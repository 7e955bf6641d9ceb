using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Commissions.UseCases;

/// <summary>Writes a commission plan, new or changed. Commissions computed before keep their steps.</summary>
public sealed class WriteCommissionPlan(CrmWork work)
{
    /// <param name="PlanId">The plan; null for a new one.</param>
    /// <param name="IsUsual">Whether it holds for everybody without a plan of their own; it takes the place of the one that did.</param>
    public sealed record Input(Guid? PlanId, string? Name, CommissionTerms Terms, bool IsUsual);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.commissions.write-plan", CommissionPermissions.Plan, ct);
        if (unit.Refused is { } refused) return refused;

        var plans = await unit.Db.CommissionPlans.Where(plan => plan.RetiredAt == null).ToListAsync(ct);
        var plan = input.PlanId is { } id ? plans.SingleOrDefault(known => known.Id == id) : new CommissionPlan("");
        if (plan is null) return Refusal.NotFound;
        if (plan.Write(input.Name, input.Terms) is { IsDone: false } wrong) return wrong.Refusal;
        var named = plan.Terms.Shares.Select(share => share.MemberId).OfType<Guid>().ToArray();
        if (await unit.Db.Members.CountAsync(member => named.Contains(member.Id), ct) != named.Length) return Refusal.NotFound;
        if (input.IsUsual)
            foreach (var other in plans.Where(other => other.Id != plan.Id && other.IsUsual)) other.HoldForAll(false);
        plan.HoldForAll(input.IsUsual);
        if (input.PlanId is null) unit.Db.CommissionPlans.Add(plan);

        var summary = input.PlanId is null ? $"Added the commission plan {plan.Name}" : $"Changed the commission plan {plan.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => CommissionRefusals.NameTaken(plan.Name));
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
