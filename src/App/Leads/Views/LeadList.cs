namespace CrmStudio.App.Leads.Views;

/// <summary>The smart lists everybody has.</summary>
public enum LeadList
{
    /// <summary>One's own, in the inbox now.</summary>
    Mine,

    /// <summary>Nobody tried to reach them yet.</summary>
    New,

    /// <summary>Scored hot.</summary>
    Hot,

    /// <summary>An answer is promised, late or not, or the next step is due.</summary>
    Due,

    /// <summary>Nobody has them: in a pond, or not routed yet.</summary>
    Unclaimed,

    /// <summary>Out of the inbox for a while.</summary>
    Snoozed,

    /// <summary>Not yet: to be asked again later.</summary>
    Nurturing,

    /// <summary>All that have not ended.</summary>
    Open,

    /// <summary>Converted, lost, unqualified.</summary>
    Ended,
}
