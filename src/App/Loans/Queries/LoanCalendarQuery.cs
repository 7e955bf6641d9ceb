using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>Closings, lock expiries and disclosure dates of open loans in a span of days, and whom they can be narrowed to.</summary>
public sealed class LoanCalendarQuery(CrmWork work, LoanDates dates, CurrentMember me)
{
    /// <summary>Longest span that is read at once.</summary>
    public const int MaxDays = 62;

    public async Task<Outcome<LoanCalendar>> ReadAsync(DateOnly from, DateOnly to, LoanCalendarFilter filter, CancellationToken ct)
    {
        if (to < from || to.DayNumber - from.DayNumber > MaxDays) return Refusal.Invalid(nameof(to), $"A calendar shows at most {MaxDays} days.");

        await using var unit = await work.BeginAsync("loans.calendar", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var seen = LoanDates.Seen(unit, me).Select(loan => loan.OfficerId).Distinct();
        var officers = await db.Members.AsNoTracking().Where(member => seen.Contains(member.Id)).OrderBy(member => member.FirstName).ThenBy(member => member.LastName)
            .Select(member => new MemberOption(member.Id, member.FirstName + " " + member.LastName)).ToListAsync(ct);
        var (teams, places) = (await db.Teams.AsNoTracking().OrderBy(team => team.Name).ToListAsync(ct), await db.TeamMembers.AsNoTracking().ToListAsync(ct));
        var peopleOf = teams.ToDictionary(team => team.Id, team => PeopleOf(team, teams, places));
        var branches = teams.Where(team => officers.Any(officer => peopleOf[team.Id].Contains(officer.Id))).Select(team => new BranchOption(team.Id, team.Name)).ToList();

        var within = filter.BranchId is { } branch ? peopleOf.GetValueOrDefault(branch, []) : null;
        var entries = await dates.ReadAsync(unit, from, to, filter, within, ct);
        return new LoanCalendar(entries, officers, branches, me.SeesAmounts());
    }

    /// <summary>Who belongs to a team or to one below it. A loop in the tree does not loop here.</summary>
    private static HashSet<Guid> PeopleOf(Team top, List<Team> teams, List<TeamMember> places)
    {
        var (below, open) = (new HashSet<Guid>(), new Stack<Guid>([top.Id]));
        while (open.TryPop(out var team))
            if (below.Add(team))
                foreach (var child in teams.Where(child => child.ParentId == team)) open.Push(child.Id);
        return [.. places.Where(place => below.Contains(place.TeamId)).Select(place => place.MemberId)];
    }
}

/// <summary>What a calendar is narrowed to.</summary>
/// <param name="OfficerId">Loans of one officer.</param>
/// <param name="BranchId">Loans of a team's officers, and of those below it.</param>
public sealed record LoanCalendarFilter(Guid? OfficerId, Guid? BranchId, bool HasClosings = true, bool HasLocks = true, bool HasDisclosures = true)
{
    /// <summary>Everything the reader may see.</summary>
    public static LoanCalendarFilter All { get; } = new(null, null);
}

/// <summary>A calendar.</summary>
/// <param name="Officers">Officers of the loans the reader may see.</param>
/// <param name="Branches">Teams those belong to.</param>
public sealed record LoanCalendar(IReadOnlyList<LoanCalendarEntry> Entries, IReadOnlyList<MemberOption> Officers, IReadOnlyList<BranchOption> Branches, bool SeesAmounts);

/// <summary>A team to choose.</summary>
public sealed record BranchOption(Guid Id, string Name);
