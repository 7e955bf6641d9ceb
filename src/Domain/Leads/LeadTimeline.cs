namespace CrmStudio.Domain.Leads;

/// <summary>How soon somebody says they want to act.</summary>
public enum LeadTimeline
{
    /// <summary>Now, or an offer is in.</summary>
    Now,

    /// <summary>Within three months.</summary>
    ThreeMonths,

    /// <summary>Within half a year.</summary>
    SixMonths,

    /// <summary>Later.</summary>
    Later,
}
