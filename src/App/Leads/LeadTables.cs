namespace CrmStudio.App.Leads;

/// <summary>Names of this room's tables, as timelines, tags and tasks name a record by them.</summary>
public static class LeadTables
{
    public const string Leads = "leads";
}
