using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>The monthly goals of the organization or of one officer, beside what a month usually brings.</summary>
public sealed class StageGoalsQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Days a usual month is worked out from.</summary>
    public const int UsualDays = 90;

    private const int DaysAMonth = 30;

    /// <param name="Of">Whose goals; null for the organization's, or one's own where those may not be set.</param>
    public sealed record Input(Guid? Of);

    public async Task<Outcome<StageGoals>> ReadAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.goals", LoanPermissions.SetGoals, ct);
        if (unit.Refused is { } refused) return refused;

        var (db, amounts, scope) = (unit.Db, me.SeesAmounts(), me.ScopeOf(LoanPermissions.SetGoals));
        var people = await PeopleAsync(unit, scope, ct);
        var of = input.Of ?? (scope == Scope.Organization ? null : people.Count > 0 ? people[0].Id : me.Id);
        if (of is { } one && people.All(person => person.Id != one)) return Refusal.NotFound;

        var goals = await db.StageGoals.AsNoTracking().Where(goal => goal.OfficerId == of).ToDictionaryAsync(goal => goal.StageId, ct);
        var loans = db.Loans.VisibleTo(me, LoanPermissions.Read).Where(loan => of == null || loan.OfficerId == of);
        var usual = await LoanPaceReading.Entries(db, unit.At.AddDays(-UsualDays)).Select(entry => new { entry.StageId, entry.LoanId }).Distinct()
            .Join(loans, entry => entry.LoanId, loan => loan.Id, (entry, loan) => new { entry.StageId, loan.Amount })
            .GroupBy(entry => entry.StageId)
            .Select(group => new { StageId = group.Key, Loans = group.Count(), Amount = amounts ? group.Sum(entry => entry.Amount) : null })
            .ToDictionaryAsync(row => row.StageId, ct);
        var stages = await db.PipelineStages.AsNoTracking().Where(stage => db.Pipelines.Any(pipeline => pipeline.Id == stage.PipelineId && pipeline.Kind == PipelineKind.Loan))
            .OrderBy(stage => stage.Position).Select(stage => new { stage.Id, stage.Name, stage.Color }).ToListAsync(ct);

        return new StageGoals(of, scope == Scope.Organization, people,
            [.. stages.Select(stage => (stage, goal: goals.GetValueOrDefault(stage.Id), came: usual.GetValueOrDefault(stage.Id))).Select(row => new StageGoalLine(
                row.stage.Id, row.stage.Name, row.stage.Color, row.goal?.Loans, amounts ? row.goal?.Amount : null,
                AMonth(row.came?.Loans ?? 0), amounts ? AMonth(row.came?.Amount ?? 0) : null))], amounts);
    }

    /// <summary>Who can be set goals: active members who work loans, or have goals already.</summary>
    private async Task<List<MemberOption>> PeopleAsync(CrmUnit unit, Scope? scope, CancellationToken ct)
    {
        var (db, myId, team, opens) = (unit.Db, me.Id, me.Authority.Team.ToArray(), LoanPermissions.Open.Name);
        var members = db.Members.AsNoTracking().Where(member => member.Status == MemberStatus.Active);
        if (scope == Scope.Team) members = members.Where(member => team.Contains(member.Id));
        if (scope == Scope.Own) members = members.Where(member => member.Id == myId);
        return await members
            .Where(member => db.StageGoals.Any(goal => goal.OfficerId == member.Id)
                || db.MemberRoles.Any(held => held.MemberId == member.Id && db.Roles.Any(role => role.Id == held.RoleId && role.Grants.Any(grant => grant.Permission == opens && grant.Scope == Scope.Own))))
            .OrderBy(member => member.FirstName).ThenBy(member => member.LastName)
            .Select(member => new MemberOption(member.Id, member.FirstName + " " + member.LastName)).ToListAsync(ct);
    }

    private static int AMonth(int in90Days) => (int)Math.Round(in90Days * DaysAMonth / (decimal)UsualDays, MidpointRounding.AwayFromZero);

    private static decimal AMonth(decimal in90Days) => Math.Round(in90Days * DaysAMonth / UsualDays / 1_000m, MidpointRounding.AwayFromZero) * 1_000m;
}

/// <summary>Goals under edit.</summary>
/// <param name="Of">Whose; null for the organization's.</param>
/// <param name="MayOrganization">Whether the organization's may be set.</param>
/// <param name="People">Whose else may be set.</param>
public sealed record StageGoals(Guid? Of, bool MayOrganization, IReadOnlyList<MemberOption> People, IReadOnlyList<StageGoalLine> Stages, bool SeesAmounts);

/// <summary>A stage with its goal, and what came into it in a usual month. Amounts are null for who sees none.</summary>
public sealed record StageGoalLine(Guid StageId, string Name, int Color, int? Loans, decimal? Amount, int UsualLoans, decimal? UsualAmount);
