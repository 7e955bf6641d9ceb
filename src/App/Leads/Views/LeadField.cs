namespace CrmStudio.App.Leads.Views;

/// <summary>What a list of leads can be narrowed by.</summary>
public enum LeadField
{
    /// <summary>Where they stand.</summary>
    Status,

    /// <summary>Hot, warm, cold.</summary>
    Band,

    /// <summary>Where they came from.</summary>
    Source,

    /// <summary>What they ask for.</summary>
    Interest,

    /// <summary>Where the property is.</summary>
    State,

    /// <summary>Whose they are; also "me" and "nobody".</summary>
    Assignee,

    /// <summary>A tag on the lead.</summary>
    Tag,

    /// <summary>Days since they asked, at least.</summary>
    Age,

    /// <summary>Attempts so far, at most.</summary>
    Attempts,

    /// <summary>The amount, at least. Only for who sees amounts.</summary>
    Amount,

    /// <summary>A part of the name, the source or what they wrote.</summary>
    Text,
}
