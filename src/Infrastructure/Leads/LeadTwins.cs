namespace CrmStudio.Infrastructure.Leads;

/// <summary>Columns that PostgreSQL works out of others, because only their kind of column is found through an index behind the fence.</summary>
public static class LeadTwins
{
    /// <summary>The amount in cents.</summary>
    public const string AmountCents = "AmountCents";
}
