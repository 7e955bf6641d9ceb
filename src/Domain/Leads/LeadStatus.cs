namespace CrmStudio.Domain.Leads;

/// <summary>Where a lead stands.</summary>
public enum LeadStatus
{
    /// <summary>Nobody has tried to reach the person yet.</summary>
    New,

    /// <summary>Somebody tried, or spoke with the person.</summary>
    Contacted,

    /// <summary>Wants a loan and could get one.</summary>
    Qualified,

    /// <summary>Not yet: to be asked again later.</summary>
    Nurturing,

    /// <summary>Became a loan or a deal.</summary>
    Converted,

    /// <summary>Went elsewhere, or gave up.</summary>
    Lost,

    /// <summary>Never was one: spam, a wrong number, cannot borrow.</summary>
    Unqualified,
}
