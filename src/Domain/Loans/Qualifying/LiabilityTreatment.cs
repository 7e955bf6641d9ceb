namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>What is to become of a debt in the ratios.</summary>
public enum LiabilityTreatment
{
    /// <summary>As its kind says.</summary>
    Counts,

    /// <summary>Counts although few payments are left, because they weigh on the borrower (B3-6-05).</summary>
    Significant,

    /// <summary>Paid off at or before closing.</summary>
    PaidAtClosing,

    /// <summary>Somebody else has paid it for twelve months, with evidence (B3-6-05).</summary>
    PaidByOthers,

    /// <summary>Taken from income instead of added to the debts: alimony and separate maintenance only (B3-6-05).</summary>
    ReducesIncome,
}
