using CrmStudio.Domain.Leads.Hours;

namespace CrmStudio.Domain.Leads.Routing;

/// <summary>Everything a choice depends on beside the lead: who works here, how the wheels stand, when the organization works.</summary>
/// <param name="Members">Who can be chosen, by id. Who is not among them does not work here any more.</param>
/// <param name="Wheels">Wheels by rule.</param>
/// <param name="Ponds">Names of ponds.</param>
/// <param name="Office">When the organization works.</param>
/// <param name="Today">The legal day, for licences.</param>
public sealed record RoutingBoard(
    IReadOnlyDictionary<Guid, RoutingCandidate> Members, IReadOnlyDictionary<Guid, RoutingWheel> Wheels, IReadOnlyDictionary<Guid, string> Ponds, WorkClock Office, DateOnly Today);
