using CrmStudio.Domain.Leads.Hours;

namespace CrmStudio.Domain.Leads.Routing;

/// <summary>What rules ask about a member.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="TakesLeads">Whether rules give them leads.</param>
/// <param name="OpenCap">Their own cap of open leads.</param>
/// <param name="DailyCap">Their own cap of a day.</param>
/// <param name="Languages">Languages they speak.</param>
/// <param name="Licences">States they are licensed in, with the last day.</param>
/// <param name="Clock">When they work.</param>
/// <param name="Open">Open leads they have.</param>
/// <param name="Today">Leads they were given today.</param>
public sealed record RoutingCandidate(
    Guid Id, string Name, bool TakesLeads, int? OpenCap, int? DailyCap, IReadOnlyList<string> Languages, IReadOnlyDictionary<string, DateOnly?> Licences, WorkClock Clock, int Open, int Today);
