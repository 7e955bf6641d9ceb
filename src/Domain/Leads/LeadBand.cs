namespace CrmStudio.Domain.Leads;

/// <summary>A score in one word (engines.md: hot from 70, warm from 40).</summary>
public enum LeadBand
{
    /// <summary>Below 40.</summary>
    Cold,

    /// <summary>From 40.</summary>
    Warm,

    /// <summary>From 70.</summary>
    Hot,
}
