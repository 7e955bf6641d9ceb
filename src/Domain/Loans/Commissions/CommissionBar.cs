namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>Why no plan may pay by a factor.</summary>
public enum CommissionBar
{
    /// <summary>It is a term of the transaction (12 CFR 1026.36(d)(1)(i)).</summary>
    Term,

    /// <summary>It can stand in for a term (12 CFR 1026.36(d)(1)(i), comment 2.ii).</summary>
    Proxy,

    /// <summary>The amount may be paid by one fixed percentage, with a least and a most, not by percentages that change with it (12 CFR 1026.36(d)(1)(ii), comment 9).</summary>
    Amount,
}
