namespace CrmStudio.Domain.Leads.Routing;

/// <summary>Somebody, or a rule, that did not get the lead.</summary>
/// <param name="Name">The member or the rule.</param>
/// <param name="Why">Why not, in words that follow the name: "not licensed in TX".</param>
public sealed record PassedOver(string Name, string Why);
