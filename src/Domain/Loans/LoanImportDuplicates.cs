namespace CrmStudio.Domain.Loans;

/// <summary>What to do with a row whose loan number is there already.</summary>
public enum LoanImportDuplicates
{
    /// <summary>Leave the loan as it is.</summary>
    Skip,

    /// <summary>Change the loan to what the row says; empty cells change nothing.</summary>
    Update,
}
