namespace CrmStudio.Domain.Loans.Updates;

/// <summary>Whom an update is worded for.</summary>
public enum UpdateAudience
{
    /// <summary>Borrower and co-borrowers.</summary>
    Borrowers,

    /// <summary>The agents of buyer and seller, and whoever referred the borrower.</summary>
    Agents,
}
