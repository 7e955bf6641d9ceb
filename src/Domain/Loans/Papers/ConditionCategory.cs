namespace CrmStudio.Domain.Loans.Papers;

/// <summary>Before what a condition must be met.</summary>
public enum ConditionCategory
{
    /// <summary>Before the final approval.</summary>
    PriorToApproval,

    /// <summary>Before closing documents are drawn.</summary>
    PriorToDocs,

    /// <summary>Before the money goes out.</summary>
    PriorToFunding,

    /// <summary>After closing.</summary>
    PostClosing,
}
