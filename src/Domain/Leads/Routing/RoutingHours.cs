namespace CrmStudio.Domain.Leads.Routing;

/// <summary>When a rule holds, by the organization's working hours.</summary>
public enum RoutingHours
{
    /// <summary>Always.</summary>
    Any,

    /// <summary>While the organization works.</summary>
    Inside,

    /// <summary>While it does not.</summary>
    Outside,
}
