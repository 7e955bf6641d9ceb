namespace CrmStudio.Domain.Access;

/// <summary>Works out whose records a member sees under <see cref="Scope.Team"/>.</summary>
public static class TeamTree
{
    /// <summary>
    /// Members of the teams the member is in, and of every team below those they lead. The member is always among them.
    /// A loop in the tree (a team that is its own ancestor) does not loop here.
    /// </summary>
    public static IReadOnlySet<Guid> SeenBy(Guid memberId, IReadOnlyCollection<Team> teams, IReadOnlyCollection<TeamMember> places)
    {
        var children = teams.Where(team => team.ParentId is not null).ToLookup(team => team.ParentId!.Value, team => team.Id);
        var reached = places.Where(place => place.MemberId == memberId).Select(place => place.TeamId).ToHashSet();
        var toVisit = new Stack<Guid>(places.Where(place => place.MemberId == memberId && place.Leads).Select(place => place.TeamId));
        var expanded = new HashSet<Guid>();

        while (toVisit.TryPop(out var team))
        {
            if (!expanded.Add(team)) continue;
            reached.Add(team);
            foreach (var child in children[team]) toVisit.Push(child);
        }

        var seen = places.Where(place => reached.Contains(place.TeamId)).Select(place => place.MemberId).ToHashSet();
        seen.Add(memberId);
        return seen;
    }
}
