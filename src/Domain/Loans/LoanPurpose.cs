namespace CrmStudio.Domain.Loans;

/// <summary>What the money is for.</summary>
public enum LoanPurpose
{
    /// <summary>Buying the property (HMDA 1).</summary>
    Purchase,

    /// <summary>Improving it (HMDA 2).</summary>
    HomeImprovement,

    /// <summary>Refinance without cash out (HMDA 31).</summary>
    RefinanceNoCashOut,

    /// <summary>Refinance with limited cash out (HMDA 31).</summary>
    RefinanceLimitedCashOut,

    /// <summary>Cash-out refinance (HMDA 32).</summary>
    RefinanceCashOut,

    /// <summary>Construction only.</summary>
    ConstructionOnly,

    /// <summary>Construction to permanent.</summary>
    ConstructionToPermanent,

    /// <summary>Anything else (HMDA 4).</summary>
    Other,
}
