using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>Reads weeks, month and goals of all stages in one statement.</summary>
internal static class LoanPaceReading
{
    private const int Week = 0, Month = 1, Goal = 2;

    public static async Task<LoanPace> ReadAsync(LoanViewing viewing, LoanFilter filter, Func<Guid, string?> nameOf, CancellationToken ct)
    {
        var (db, me, amounts) = (viewing.Db, viewing.Me, viewing.Me.SeesAmounts());
        var whose = new LoanWhose(filter);
        var month = viewing.Today.AddDays(1 - viewing.Today.Day);
        var (monthStart, end) = (me.StartOf(month), me.StartOf(viewing.Today.AddDays(1)));

        var loans = db.Loans.VisibleTo(me, LoanPermissions.Read).Matching(whose.People.And(new(LoanField.State, LoanOperator.Is, LoanStates.Any)), viewing);
        var weekly = Entries(db, end.AddDays(-7 * LoanPace.Weeks));
        var theirs = loans;
        if (!whose.IsEverybody(me))
        {
            weekly = weekly.Where(entry => loans.Any(loan => loan.Id == entry.LoanId));
            // A goal is an officer's: loans seen for another reason, such as processing them, do not count towards it.
            if (whose.HaveGoals && whose.Officers(viewing) is var officers) theirs = loans.Where(loan => officers.Any(officer => officer.Id == loan.OfficerId));
        }

        var lines = weekly.Select(entry => new { entry.StageId, entry.LoanId, Back = (end - entry.EnteredAt).Days / 7 }).Distinct()
            .GroupBy(entry => new { entry.StageId, entry.Back })
            .Select(group => new { Kind = Week, group.Key.StageId, group.Key.Back, Loans = (int?)group.Count(), Amount = (decimal?)null })
            .Concat(Entries(db, monthStart).Select(entry => new { entry.StageId, entry.LoanId }).Distinct()
                .Join(theirs, entry => entry.LoanId, loan => loan.Id, (entry, loan) => new { entry.StageId, loan.Amount })
                .GroupBy(entry => entry.StageId)
                .Select(group => new { Kind = Month, StageId = group.Key, Back = 0, Loans = (int?)group.Count(), Amount = amounts ? group.Sum(entry => entry.Amount) : null }));
        if (whose.HaveGoals)
            lines = lines.Concat(Goals(db, whose, viewing)
                .GroupBy(goal => goal.StageId)
                .Select(group => new { Kind = Goal, StageId = group.Key, Back = group.Count(), Loans = group.Sum(goal => goal.Loans), Amount = amounts ? group.Sum(goal => goal.Amount) : null }));

        var stages = (await lines.ToListAsync(ct)).GroupBy(line => line.StageId).ToDictionary(stage => stage.Key, stage =>
        {
            var weeks = new int[LoanPace.Weeks];
            foreach (var line in stage.Where(line => line.Kind == Week)) weeks[LoanPace.Weeks - 1 - line.Back] = line.Loans ?? 0;
            var (came, goal) = (stage.SingleOrDefault(line => line.Kind == Month), stage.SingleOrDefault(line => line.Kind == Goal));
            return new LoanStagePace(weeks, came?.Loans ?? 0, amounts ? came?.Amount ?? 0 : null, goal?.Loans is > 0 and var asked ? asked : null, goal?.Amount is > 0 ? goal.Amount : null, goal?.Back ?? 0);
        });
        return new LoanPace(stages, WordsFor(whose, me, nameOf), month, viewing.At);
    }

    /// <summary>
    /// Comings into a stage that got a loan further: not those back from a later stage, not reopenings, and not loans an import put
    /// somewhere in the middle.
    /// </summary>
    public static IQueryable<LoanStageVisit> Entries(CrmDbContext db, DateTimeOffset since) => db.LoanStageVisits
        .Where(visit => visit.EnteredAt >= since && db.PipelineStages.Any(stage => stage.Id == visit.StageId && (visit.FromStageId == null
            ? visit.EnteredBy != Guid.Empty || stage.Milestone == Milestone.Lead
            : db.PipelineStages.Any(from => from.Id == visit.FromStageId && from.Position < stage.Position))));

    private static IQueryable<StageGoal> Goals(CrmDbContext db, LoanWhose whose, LoanViewing viewing)
    {
        if (whose.IsEverybody(viewing.Me)) return db.StageGoals.Where(goal => goal.OfficerId == null);
        var officers = whose.Officers(viewing);
        return db.StageGoals.Where(goal => officers.Any(officer => officer.Id == goal.OfficerId));
    }

    private static string WordsFor(LoanWhose whose, CurrentMember me, Func<Guid, string?> nameOf) =>
        whose.IsEverybody(me) ? me.Authority.OrgName
        : whose.Single(me) is { } one ? nameOf(one) ?? "this officer"
        : whose.People.Groups.Count == 0 ? "your team" : "these officers";
}
