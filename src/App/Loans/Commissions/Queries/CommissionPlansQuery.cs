using CrmStudio.App.Loans.Queries;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Commissions.Queries;

/// <summary>The commission plans and whom each holds for.</summary>
public sealed class CommissionPlansQuery(CrmWork work)
{
    public async Task<Outcome<CommissionPlans>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.commissions.plans", CommissionPermissions.Plan, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var plans = await db.CommissionPlans.AsNoTracking().Where(plan => plan.RetiredAt == null).OrderBy(plan => plan.Name).ToListAsync(ct);
        var assigned = await db.CommissionAssignments.AsNoTracking().ToDictionaryAsync(assignment => assignment.MemberId, assignment => assignment.PlanId, ct);
        var members = await db.Members.AsNoTracking().Where(member => member.Status == MemberStatus.Active).OrderBy(member => member.FirstName).ThenBy(member => member.LastName)
            .Select(member => new { member.Id, Name = member.FirstName + " " + member.LastName, IsOriginator = member.NmlsId != null }).ToListAsync(ct);
        var sources = await db.Loans.Where(loan => loan.Source != null).Select(loan => loan.Source!).Distinct().OrderBy(source => source).Take(50).ToListAsync(ct);
        return new CommissionPlans(
            [.. plans.Select(plan => new CommissionPlanLine(plan.Id, plan.Name, plan.Terms, plan.IsUsual))],
            [.. members.Where(member => member.IsOriginator || assigned.ContainsKey(member.Id)).Select(member => new CommissionAssignmentLine(member.Id, member.Name, assigned.TryGetValue(member.Id, out var plan) ? plan : null))],
            [.. members.Select(member => new MemberOption(member.Id, member.Name))], sources);
    }
}

/// <summary>Plans under edit.</summary>
/// <param name="Plans">The plans.</param>
/// <param name="Assignments">Originators, and which plan holds for each; null for the usual one.</param>
/// <param name="Members">Colleagues a share can be for.</param>
/// <param name="Sources">Sources loans came from.</param>
public sealed record CommissionPlans(IReadOnlyList<CommissionPlanLine> Plans, IReadOnlyList<CommissionAssignmentLine> Assignments, IReadOnlyList<MemberOption> Members, IReadOnlyList<string> Sources);

/// <summary>A plan.</summary>
public sealed record CommissionPlanLine(Guid Id, string Name, CommissionTerms Terms, bool IsUsual);

/// <summary>Which plan holds for a colleague.</summary>
public sealed record CommissionAssignmentLine(Guid MemberId, string Name, Guid? PlanId);
