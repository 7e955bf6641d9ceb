namespace CrmStudio.Domain.Leads.Routing;

/// <summary>A lead that came, for rules to be tried on.</summary>
/// <param name="Id">The lead.</param>
/// <param name="Name">The person's name.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="EndedAt">When it ended; null while it is open.</param>
/// <param name="Lead">What rules ask about it.</param>
/// <param name="WentTo">The member, or pond, it went to.</param>
public sealed record PastLead(Guid Id, string Name, DateTimeOffset ReceivedAt, DateTimeOffset? EndedAt, RoutedLead Lead, Guid? WentTo);
