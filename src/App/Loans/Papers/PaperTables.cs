namespace CrmStudio.App.Loans.Papers;

/// <summary>Names of the tables that the audit trail and the live feed speak of.</summary>
public static class PaperTables
{
    public const string Documents = "loan_documents";
}
