namespace CrmStudio.Domain.Leads.Routing;

/// <summary>A choice in words, as it is kept with the assignment.</summary>
/// <param name="RuleId">The rule that chose; null where none did.</param>
/// <param name="Rule">Its name at that time.</param>
/// <param name="Choice">What was chosen and why, in one sentence.</param>
/// <param name="Members">Everybody else the rules named, and why not they.</param>
/// <param name="Rules">Rules asked before, and why they did not choose.</param>
public sealed record RoutingWhy(Guid? RuleId, string? Rule, string Choice, IReadOnlyList<PassedOver> Members, IReadOnlyList<PassedOver> Rules);
