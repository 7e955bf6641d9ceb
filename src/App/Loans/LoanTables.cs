namespace CrmStudio.App.Loans;

/// <summary>Names of this room's tables where records are linked by kind and id.</summary>
public static class LoanTables
{
    public const string Loans = "loans";

    public const string Tasks = "due_tasks";
}
