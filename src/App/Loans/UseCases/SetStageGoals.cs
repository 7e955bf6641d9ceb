using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.UseCases;

/// <summary>Sets the monthly goals of the organization, or of one officer, for any number of stages in one save.</summary>
public sealed class SetStageGoals(CrmWork work, CurrentMember me)
{
    /// <param name="OfficerId">Whose goals; null for the organization's, which takes the right for the whole organization.</param>
    /// <param name="Goals">What is asked for, by stage. Stages that are not named stay as they are.</param>
    public sealed record Input(Guid? OfficerId, IReadOnlyList<Asked> Goals);

    /// <summary>What is asked for in one stage. Who sees no amounts changes none: <paramref name="Amount"/> is then left as it is.</summary>
    public sealed record Asked(Guid StageId, int? Loans, decimal? Amount);

    /// <returns>The change, for the toast's Undo. The field of a refusal begins with the id of its stage.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.set-goals", LoanPermissions.SetGoals, ct);
        if (unit.Refused is { } refused) return refused;
        if (!Reaches(input.OfficerId)) return Refusal.NotAllowed;

        var (db, officerId, amounts) = (unit.Db, input.OfficerId, me.SeesAmounts());
        var officer = officerId is null ? null : await db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == officerId, ct);
        if (officerId is not null && officer is null) return Refusal.NotFound;
        var named = input.Goals.Select(asked => asked.StageId).ToArray();
        if (await db.PipelineStages.CountAsync(stage => named.Contains(stage.Id), ct) != named.Length) return Refusal.NotFound;

        var goals = await db.StageGoals.Where(goal => goal.OfficerId == officerId && named.Contains(goal.StageId)).ToDictionaryAsync(goal => goal.StageId, ct);
        foreach (var asked in input.Goals)
        {
            var isNew = !goals.TryGetValue(asked.StageId, out var goal);
            goal ??= new StageGoal(asked.StageId, officerId);
            if (goal.AskFor(asked.Loans, amounts ? asked.Amount : goal.Amount).Refusal is { } no) return no with { Field = $"{asked.StageId}.{no.Field}" };
            if (isNew && !goal.IsEmpty) db.StageGoals.Add(goal);
            if (!isNew && goal.IsEmpty) db.StageGoals.Remove(goal);
        }
        if (!db.ChangeTracker.HasChanges()) return new Changed("", null);

        var summary = $"Changed the monthly goals of {officer?.Name ?? me.Authority.OrgName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }

    private bool Reaches(Guid? officerId) => me.ScopeOf(LoanPermissions.SetGoals) switch
    {
        Scope.Organization => true,
        Scope.Team => officerId is { } id && me.Authority.Team.Contains(id),
        Scope.Own => officerId == me.Id,
        _ => false,
    };
}
