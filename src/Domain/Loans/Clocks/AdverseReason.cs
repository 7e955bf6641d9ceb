namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>
/// Principal reasons for a denial: those of sample form C-1 of Regulation B (12 CFR 1002 appendix C), and the two of HMDA it does not have.
/// </summary>
public enum AdverseReason
{
    /// <summary>Credit application incomplete.</summary>
    ApplicationIncomplete,

    /// <summary>Insufficient number of credit references provided.</summary>
    TooFewReferences,

    /// <summary>Unacceptable type of credit references provided.</summary>
    UnacceptableReferences,

    /// <summary>Unable to verify credit references.</summary>
    ReferencesUnverified,

    /// <summary>Temporary or irregular employment.</summary>
    IrregularEmployment,

    /// <summary>Unable to verify employment.</summary>
    EmploymentUnverified,

    /// <summary>Length of employment.</summary>
    LengthOfEmployment,

    /// <summary>Income insufficient for amount of credit requested.</summary>
    IncomeInsufficient,

    /// <summary>Excessive obligations in relation to income.</summary>
    ExcessiveObligations,

    /// <summary>Unable to verify income.</summary>
    IncomeUnverified,

    /// <summary>Length of residence.</summary>
    LengthOfResidence,

    /// <summary>Temporary residence.</summary>
    TemporaryResidence,

    /// <summary>Unable to verify residence.</summary>
    ResidenceUnverified,

    /// <summary>No credit file.</summary>
    NoCreditFile,

    /// <summary>Limited credit experience.</summary>
    LimitedCredit,

    /// <summary>Poor credit performance with us.</summary>
    PoorPerformanceWithUs,

    /// <summary>Delinquent past or present credit obligations with others.</summary>
    DelinquentObligations,

    /// <summary>Collection action or judgment.</summary>
    CollectionOrJudgment,

    /// <summary>Garnishment or attachment.</summary>
    Garnishment,

    /// <summary>Foreclosure or repossession.</summary>
    Foreclosure,

    /// <summary>Bankruptcy.</summary>
    Bankruptcy,

    /// <summary>Number of recent inquiries on credit bureau report.</summary>
    RecentInquiries,

    /// <summary>Value or type of collateral not sufficient.</summary>
    Collateral,

    /// <summary>Insufficient cash for down payment or closing costs.</summary>
    InsufficientCash,

    /// <summary>Mortgage insurance denied.</summary>
    MortgageInsuranceDenied,

    /// <summary>Another reason, which is written out.</summary>
    Other,
}
