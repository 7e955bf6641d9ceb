namespace CrmStudio.Domain.Leads.Routing;

/// <summary>A rule as it is asked: saved, or only tried.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Name">Its name.</param>
/// <param name="Terms">What it says.</param>
public sealed record RoutingPlan(Guid Id, string Name, RoutingTerms Terms);
