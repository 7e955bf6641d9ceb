namespace CrmStudio.Domain.Leads.Routing;

/// <summary>
/// Tries rules on leads that came, in the order they came, with turns, open leads and days counted as they would have been. Hours, licences and scores
/// are those of now: what they were then is not kept.
/// </summary>
/// <param name="rules">The rules, in order.</param>
/// <param name="board">Members with the open leads they had when the first lead came.</param>
/// <param name="dayOf">The legal day of an instant.</param>
public sealed class RoutingRehearsal(IReadOnlyList<RoutingPlan> rules, RoutingBoard board, Func<DateTimeOffset, DateOnly> dayOf)
{
    private readonly Dictionary<Guid, RoutingCandidate> members = board.Members.ToDictionary(member => member.Key, member => member.Value with { Today = 0 });
    private readonly Dictionary<Guid, RoutingWheel> wheels = rules.ToDictionary(rule => rule.Id, rule => new RoutingWheel(rule.Id));
    private readonly PriorityQueue<Guid, DateTimeOffset> ending = new();
    private DateOnly today;

    /// <summary>Where each lead would have gone.</summary>
    public IReadOnlyList<RoutingChoice> Run(IReadOnlyList<PastLead> leads) => [.. leads.Select(Route)];

    private RoutingChoice Route(PastLead past)
    {
        TurnTo(past.ReceivedAt);
        var choice = new RoutingDecision(board with { Members = members, Wheels = wheels, Today = today }, past.ReceivedAt).Decide(past.Lead, rules);
        if (choice.MemberId is not { } chosen) return choice;

        wheels[choice.Why.RuleId!.Value].Turn(chosen, choice.Able);
        members[chosen] = members[chosen] with { Open = members[chosen].Open + 1, Today = members[chosen].Today + 1 };
        if (past.EndedAt is { } ended) ending.Enqueue(chosen, ended);
        return choice;
    }

    private void TurnTo(DateTimeOffset at)
    {
        while (ending.TryPeek(out var member, out var ended) && ended <= at)
        {
            ending.Dequeue();
            members[member] = members[member] with { Open = members[member].Open - 1 };
        }
        var day = dayOf(at);
        if (day == today) return;
        today = day;
        foreach (var member in members.Keys.ToList()) members[member] = members[member] with { Today = 0 };
    }
}
