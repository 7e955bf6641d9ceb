namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>Something the consumer said or was told that a clock listens to.</summary>
public enum NoticeKind
{
    /// <summary>The consumer means to proceed with the loan estimated (12 CFR 1026.19(e)(2)(i)(A)).</summary>
    IntentToProceed,

    /// <summary>The applicant was told of the approval.</summary>
    Approval,

    /// <summary>The applicant was offered other terms.</summary>
    Counteroffer,

    /// <summary>The applicant took the other terms.</summary>
    CounterofferTaken,

    /// <summary>The applicant was told what is missing, and by when to bring it (12 CFR 1002.9(c)(2)).</summary>
    Incompleteness,

    /// <summary>The applicant was told of the adverse action and its reasons.</summary>
    AdverseAction,

    /// <summary>Each consumer has the two copies of the right to rescind.</summary>
    RightToRescind,

    /// <summary>What exceeded a tolerance was refunded.</summary>
    ToleranceRefund,
}
