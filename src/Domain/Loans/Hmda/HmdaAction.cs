namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>Action taken (12 CFR 1003.4(a)(8)), with the codes of the loan/application register.</summary>
public enum HmdaAction
{
    /// <summary>Loan originated.</summary>
    Originated = 1,

    /// <summary>Application approved but not accepted.</summary>
    ApprovedNotAccepted = 2,

    /// <summary>Application denied.</summary>
    Denied = 3,

    /// <summary>Application withdrawn by applicant.</summary>
    Withdrawn = 4,

    /// <summary>File closed for incompleteness.</summary>
    Incomplete = 5,

    /// <summary>Purchased loan.</summary>
    Purchased = 6,

    /// <summary>Preapproval request denied.</summary>
    PreapprovalDenied = 7,

    /// <summary>Preapproval request approved but not accepted.</summary>
    PreapprovalNotAccepted = 8,
}
