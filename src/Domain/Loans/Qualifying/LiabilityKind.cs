namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>What is owed. The kind decides how it counts (Fannie Mae Selling Guide B3-6-05).</summary>
public enum LiabilityKind
{
    /// <summary>Credit cards and lines without a fixed end.</summary>
    Revolving,

    /// <summary>Car loans and other debt with a last payment.</summary>
    Installment,

    /// <summary>Student loans.</summary>
    StudentLoan,

    /// <summary>Mortgages on other property.</summary>
    Mortgage,

    /// <summary>Home equity lines on other property.</summary>
    Heloc,

    /// <summary>Leases: always counted, however few payments are left.</summary>
    Lease,

    /// <summary>Accounts paid in full every 30 days.</summary>
    Open30Day,

    /// <summary>Collections.</summary>
    Collection,

    /// <summary>Tax liens with a payment plan.</summary>
    TaxLien,

    /// <summary>Child support.</summary>
    ChildSupport,

    /// <summary>Alimony.</summary>
    Alimony,

    /// <summary>Separate maintenance.</summary>
    SeparateMaintenance,

    /// <summary>Child care (VA).</summary>
    ChildCare,

    /// <summary>Expenses of the job (VA).</summary>
    JobExpense,

    /// <summary>Net loss of other rented property.</summary>
    NetRentalLoss,

    /// <summary>Anything else.</summary>
    Other,
}
