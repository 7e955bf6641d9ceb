namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>What a tier counts: the officer's overall volume, which is no term of any one loan (12 CFR 1026.36(d)(1), comment 2.i.A).</summary>
public enum CommissionMeasure
{
    /// <summary>Loans funded in the period, this one included.</summary>
    Loans,

    /// <summary>Dollars funded in the period, this loan included.</summary>
    Volume,
}
