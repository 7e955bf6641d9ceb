using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads.Routing;

/// <summary>
/// Whose turn it is under a rule. A row of its own beside the rule, so that a rule can be changed and the change taken back while leads come in;
/// two who turn it at once are told apart by its version.
/// </summary>
public sealed class RoutingWheel : Entity, IWorkedOut
{
    private RoutingWheel() { }

    /// <summary>The wheel of a rule, before its first turn.</summary>
    public RoutingWheel(Guid ruleId) => RuleId = ruleId;

    /// <summary>The rule.</summary>
    public Guid RuleId { get; private set; }

    /// <summary>Turns so far.</summary>
    public long Turns { get; private set; }

    /// <summary>Where each member stands.</summary>
    public IReadOnlyList<WheelPlace> Places { get; private set; } = [];

    /// <summary>Where a member stands; at the beginning where they never had a turn.</summary>
    public WheelPlace Of(Guid memberId) => Places.FirstOrDefault(place => place.MemberId == memberId) ?? new WheelPlace(memberId);

    /// <summary>Whose turn it is among those who can take a lead: whose last turn is longest ago, in the order of the rule where nobody had one.</summary>
    /// <param name="able">Who can, in the order of the rule.</param>
    public RoutingPlace Next(IReadOnlyList<RoutingPlace> able) => able.MinBy(place => Of(place.MemberId).LastTurn)!;

    /// <summary>
    /// Whose share is most behind: each gains their weight, whoever has most takes the lead and pays the weights of all. Over a round as long as
    /// the sum of the weights everybody gets exactly their weight.
    /// </summary>
    /// <param name="able">Who can, in the order of the rule.</param>
    public RoutingPlace NextByWeight(IReadOnlyList<RoutingPlace> able) => able.MaxBy(place => Of(place.MemberId).Credit + place.Weight)!;

    /// <summary>Gives the turn to a member.</summary>
    /// <param name="chosen">Who takes the lead.</param>
    /// <param name="able">Who could have, with weights; only they gain.</param>
    public void Turn(Guid chosen, IReadOnlyList<RoutingPlace> able)
    {
        Turns++;
        var gains = able.ToDictionary(place => place.MemberId, place => place.Weight);
        var sum = gains.Values.Sum();
        var known = Places.Select(place => place.MemberId).Union(gains.Keys).Select(Of);
        Places = [.. known.Select(place => Moved(place, gains.GetValueOrDefault(place.MemberId), place.MemberId == chosen ? sum : 0))];
    }

    private WheelPlace Moved(WheelPlace place, int gain, int paid)
    {
        var moved = place with { Credit = place.Credit + gain - paid };
        return paid == 0 ? moved : moved with { LastTurn = Turns, Count = place.Count + 1 };
    }
}
