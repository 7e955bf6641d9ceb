namespace CrmStudio.App.Contacts;

/// <summary>Names of this room's tables, as timelines, tags and tasks name a record by them.</summary>
public static class ContactTables
{
    public const string Contacts = "contacts";

    public const string Companies = "companies";
}
