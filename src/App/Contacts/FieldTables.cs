namespace CrmStudio.App.Contacts;

/// <summary>Kinds of records that can have fields of the organization's own, as people call them. A later room's are named by table.</summary>
public static class FieldTables
{
    /// <summary>Table and word, in the order of the page.</summary>
    public static IReadOnlyList<(string Table, string Word)> All { get; } = [(ContactTables.Contacts, "People"), (ContactTables.Companies, "Companies"), ("leads", "Leads")];

    /// <summary>Whether a table's records can have them.</summary>
    public static bool Has(string table) => All.Any(one => one.Table == table);
}
