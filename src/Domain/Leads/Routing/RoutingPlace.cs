namespace CrmStudio.Domain.Leads.Routing;

/// <summary>A member among whom a rule chooses.</summary>
/// <param name="MemberId">Who.</param>
/// <param name="Weight">How many of the leads, beside the weights of the others; for rules that choose by weight.</param>
public sealed record RoutingPlace(Guid MemberId, int Weight = 1);
