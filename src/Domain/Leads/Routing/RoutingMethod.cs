namespace CrmStudio.Domain.Leads.Routing;

/// <summary>How a rule chooses.</summary>
public enum RoutingMethod
{
    /// <summary>Whose turn is longest ago.</summary>
    RoundRobin,

    /// <summary>Whose share is most behind.</summary>
    Weighted,

    /// <summary>Always the same member.</summary>
    Specific,

    /// <summary>Into a pond: whoever claims it first.</summary>
    Pond,
}
