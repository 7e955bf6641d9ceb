namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>Who takes a share.</summary>
public enum CommissionPayee
{
    /// <summary>The loan officer.</summary>
    Officer,

    /// <summary>The processor of the loan.</summary>
    Processor,

    /// <summary>A colleague named in the plan: a branch manager, for example.</summary>
    Member,

    /// <summary>The colleague who referred the borrower.</summary>
    Referrer,

    /// <summary>The company.</summary>
    Company,
}
