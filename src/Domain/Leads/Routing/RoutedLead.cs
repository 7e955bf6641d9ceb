namespace CrmStudio.Domain.Leads.Routing;

/// <summary>What rules ask about a lead.</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="State">Where the property is.</param>
/// <param name="Language">The language the person likes to be spoken to in.</param>
/// <param name="Interest">What is asked for.</param>
/// <param name="Score">How likely it becomes a loan.</param>
public sealed record RoutedLead(string Source, string? State, string? Language, LeadInterest? Interest, int? Score);
