namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>Over which time a volume is counted.</summary>
public enum CommissionPeriod
{
    /// <summary>Since the first of the month.</summary>
    Month,

    /// <summary>Since the first day of the quarter.</summary>
    Quarter,

    /// <summary>Since January 1.</summary>
    Year,
}
