using System.Linq.Expressions;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;

namespace CrmStudio.App.Loans.Views;

/// <summary>
/// Whose loans a view is about: what history and goals are counted for. Only officers, processors and branches narrow them; a filter
/// about the loans themselves does not, because a loan is another one each week.
/// </summary>
/// <param name="filter">The view's filter.</param>
public sealed class LoanWhose(LoanFilter filter)
{
    /// <summary>The part of the filter that names people.</summary>
    public LoanFilter People { get; } = new([.. filter.Groups.Where(group => group.All(condition => condition.Field is LoanField.Officer or LoanField.Processor or LoanField.Branch))]);

    /// <summary>Goals belong to officers: a view by processor has none. One that names the same people as officers, such as "Mine", has.</summary>
    public bool HaveGoals => People.Groups.All(group => group.All(condition =>
        condition.Field != LoanField.Processor || group.Any(other => other.Field == LoanField.Officer && other.Operator == condition.Operator && other.Values.SequenceEqual(condition.Values))));

    /// <summary>Whether the whole organization is looked at.</summary>
    public bool IsEverybody(CurrentMember me) => People.Groups.Count == 0 && me.ScopeOf(LoanPermissions.Read) == Scope.Organization;

    /// <summary>The one member looked at; null when there are several.</summary>
    public Guid? Single(CurrentMember me)
    {
        if (People.Groups.Count == 0) return me.ScopeOf(LoanPermissions.Read) == Scope.Own ? me.Id : null;
        return People.Groups is [var group] && group.FirstOrDefault(condition => condition.Field == LoanField.Officer) is { Operator: LoanOperator.Is, Values: [var who] }
            && group.All(condition => condition.Field is LoanField.Officer or LoanField.Processor && condition.Values is [var other] && other == who)
            ? who == LoanCondition.Me ? me.Id : Guid.TryParse(who, out var id) ? id : null
            : null;
    }

    /// <summary>The members looked at, as far as the viewer sees their loans.</summary>
    public IQueryable<Member> Officers(LoanViewing viewing)
    {
        var members = viewing.Db.Members.AsQueryable();
        var (scope, myId, team) = (viewing.Me.ScopeOf(LoanPermissions.Read), viewing.Me.Id, viewing.Me.Authority.Team.ToArray());
        if (scope == Scope.Team) members = members.Where(member => team.Contains(member.Id));
        if (scope == Scope.Own) members = members.Where(member => member.Id == myId);
        foreach (var group in People.Groups)
            members = members.Where(group.Where(condition => condition.Field != LoanField.Processor).Select(condition => Is(condition, viewing)).Aggregate(LoanFilterScopes.Or));
        return members;
    }

    private static Expression<Func<Member, bool>> Is(LoanCondition condition, LoanViewing viewing)
    {
        var (db, isMeant) = (viewing.Db, condition.Operator != LoanOperator.Not);
        var ids = condition.Values.Contains(LoanCondition.Me) ? [.. condition.Ids(), viewing.Me.Id] : condition.Ids();
        return condition.Field == LoanField.Officer
            ? member => ids.Contains(member.Id) == isMeant
            : member => db.TeamMembers.Any(place => place.MemberId == member.Id && db.Teams.Any(team => team.Id == place.TeamId && (ids.Contains(team.Id) || ids.Contains(team.ParentId!.Value)))) == isMeant;
    }
}
